@vendors
Feature: Real products with each other
  Two products meet as they were recorded with each other: what their people see here is what the people of the real ones
  saw.

  Background:
    Given alice is at alpha
    And bob is at beta
    And beta runs ocm-go/1[preset=relaxed]

  @OCM-INV-01 @OCM-SHARE-01 @OCM-NOTIF-01 @OCM-ACC-15
  Scenario: ocm-go/1 shares with ocm-go/1[preset=relaxed] after an invite
    Given alpha runs ocm-go/1
    And alice has a file report.txt
    When alice invites bob
    And bob accepts the invite of alice
    Then alice has bob as a contact
    And bob has alice as a contact
    When alice shares report.txt with the contact bob
    Then bob sees report.txt as pending
    When bob accepts report.txt
    Then bob sees report.txt as accepted
    And alice sees that bob accepted report.txt
    And bob can read report.txt

  @OCM-SHARE-01 @OCM-ACC-15
  Scenario: ocm-go/1 shares with somebody at ocm-go/1[preset=relaxed] who was never invited
    Given alpha runs ocm-go/1
    And alice has a file plain.txt
    When alice shares plain.txt with bob
    Then bob sees plain.txt as pending
    When bob accepts plain.txt
    Then bob can read plain.txt

  @OCM-NOTIF-01
  Scenario: ocm-go/1 learns what ocm-go/1[preset=relaxed] declines
    Given alpha runs ocm-go/1
    And alice has a file second.txt
    When alice shares second.txt with bob
    And bob declines second.txt
    Then alice sees that bob declined second.txt

  @negative @OCM-INV-01
  Scenario: ocm-go/1 takes nothing from ocm-go/1[preset=relaxed] before an invite
    Given alpha runs ocm-go/1
    And bob has a file second.txt
    When bob shares second.txt with alice
    Then bob is refused
    And alice sees nothing

  @negative @OCM-SHARE-01
  Scenario: reva/3.12 cannot share with ocm-go/1[preset=relaxed], though their people know each other
    Given alpha runs reva/3.12
    And alice has a file report.txt
    When alice invites bob
    And bob accepts the invite of alice
    Then alice has bob as a contact
    And bob has alice as a contact
    When alice shares report.txt with the contact bob
    Then alice is refused
    And bob sees nothing

  @negative @OCM-SHARE-01
  Scenario: reva/3.12 cannot share with ocm-go/1[preset=relaxed] by a plain address either
    Given alpha runs reva/3.12
    And alice has a file plain.txt
    When alice shares plain.txt with bob
    Then alice is refused
    And bob sees nothing
