@vendors
Feature: A vendor of your own
  Beta is played by whoever is cast for it, a file of one's own as well: --vendors beta=./acme.yaml

  @OCM-INV-01 @OCM-SHARE-01 @OCM-ACC-15
  Scenario: Somebody at the vendor's server invites and shares
    Given alpha runs reference/1.5[mode=compat]
    And alice is at alpha
    And bob is at beta
    And bob has a file report.txt
    When bob invites alice
    And alice accepts the invite of bob
    Then bob has alice as a contact
    When bob shares report.txt with the contact alice
    Then alice sees report.txt as pending
    When alice accepts report.txt
    Then alice can read report.txt

  @OCM-INV-01 @OCM-SHARE-01
  Scenario: Somebody shares with the vendor's server
    Given alpha runs reference/1.5[mode=compat]
    And alice is at alpha
    And bob is at beta
    And alice has a file report.txt
    When alice invites bob
    And bob accepts the invite of alice
    Then bob has alice as a contact
    When alice shares report.txt with the contact bob
    Then bob sees report.txt as pending
    When bob accepts report.txt
    Then bob can read report.txt
