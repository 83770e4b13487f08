@invite
Feature: Two people get to know each other by an invite
  One makes an invite and hands it over, the other accepts it, and each has the other as a contact.

  Background:
    Given alice is at alpha
    And bob is at beta

  @OCM-INV-04 @OCM-INV-10 @OCM-INV-23 @OCM-INV-24 @OCM-INV-25 @OCM-INV-26 @OCM-INV-37
  Scenario: An accepted invite makes two contacts
    Given alice invites bob
    When bob accepts the invite of alice
    Then alice has bob as a contact
    And bob has alice as a contact
    And the invite of alice is accepted

  @OCM-INV-35 @OCM-INV-37
  Scenario Outline: An invite is accepted as <form>
    Given alice invites bob
    When bob accepts the invite of alice as <form>
    Then alice has bob as a contact
    And bob has alice as a contact

    Examples:
      | form                       |
      | an invite string           |
      | an invite string with padding |
      | plain base64               |
      | token and server           |
      | a link                     |

  @OCM-DEF-05
  Scenario: An invite string is plain base64url
    When alice invites bob
    Then the invite of alice is an invite string of alpha
    And the invite of alice is open

  @OCM-DEF-03
  Scenario: Every invite has a token of its own
    When alice invites bob
    And alice invites carol
    Then the invites of alice differ

  @OCM-INV-04 @OCM-INV-05 @OCM-INV-06 @OCM-INV-07 @OCM-INV-08 @OCM-INV-09 @OCM-INV-11 @OCM-INV-12 @OCM-INV-13 @OCM-INV-14
  Scenario: Acceptance is told to the server of the inviter
    Given a foreign server omega
    And omega takes its messages at an unusual place
    And mallory at omega invites bob with the token "a1b2c3"
    When bob accepts the invite of mallory
    Then omega is told that bob accepted the invite "a1b2c3"
    And bob has mallory as a contact

  @OCM-INV-36
  Scenario: A token may contain an @
    Given a foreign server omega
    And mallory at omega invites bob with the token "a1@b2"
    When bob accepts the invite of mallory
    Then omega is told that bob accepted the invite "a1@b2"

  @OCM-INV-33
  Scenario: After an invite each can share with the other
    Given alice and bob know each other by an invite
    And alice has a file report.txt
    And bob has a file song.mp3
    When alice shares report.txt with bob
    And bob shares song.mp3 with alice
    Then bob sees report.txt as pending
    And alice sees song.mp3 as pending

  @OCM-INV-28
  Scenario Outline: A contact is found by <text>
    Given alice and bob know each other by an invite
    When alice looks for "<text>"
    Then alice finds bob

    Examples:
      | text |
      | bob  |
      | Bob  |
      | BO   |
      | bob@ |

  @negative @OCM-INV-28
  Scenario: Somebody who is no contact is not found
    Given alice and bob know each other by an invite
    When alice looks for "carol"
    Then alice finds no contact

  @OCM-INV-34
  Scenario: A contact is removed without a word to the other side
    Given alice and bob know each other by an invite
    When alice removes the contact bob
    Then alice does not have bob as a contact
    And bob has alice as a contact
