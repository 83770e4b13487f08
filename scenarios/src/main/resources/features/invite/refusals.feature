@invite @negative
Feature: Invites that make nobody known
  An invite counts once, for a while, until it is withdrawn, and at the server that made it.

  Background:
    Given alice is at alpha
    And bob is at beta
    And a foreign server omega

  @OCM-DEF-04
  Scenario: An invite is not accepted twice
    Given carol is at gamma
    And alice invites bob
    And bob accepts the invite of alice
    When carol accepts the invite of alice
    Then carol is refused
    And alice does not have carol as a contact
    And carol has no contacts

  @OCM-DEF-04
  Scenario: An invite is not accepted twice by the same person
    Given alice invites bob
    And bob accepts the invite of alice
    When bob accepts the invite of alice
    Then bob is refused
    And alice has bob as a contact

  @OCM-DEF-04
  Scenario: An invite that nobody made
    When bob accepts the invite text "no-such-token@alpha"
    Then bob is refused
    And bob has no contacts

  @OCM-DEF-04
  Scenario: An invite that is too old
    Given alice invites bob
    When 60 days pass
    And bob accepts the invite of alice
    Then bob is refused
    And the invite of alice is expired
    And alice has no contacts

  @OCM-DEF-04
  Scenario: An invite that was withdrawn
    Given alice invites bob
    And alice withdraws the invite
    When bob accepts the invite of alice
    Then bob is refused
    And the invite of alice is withdrawn
    And alice has no contacts

  @OCM-DEF-04
  Scenario: An accepted invite is not withdrawn
    Given alice invites bob
    And bob accepts the invite of alice
    When alice withdraws the invite
    Then alice is refused
    And alice has bob as a contact

  @OCM-DEF-04
  Scenario: One's own invite
    Given alice invites bob
    When alice accepts the invite of alice
    Then alice is refused
    And alice has no contacts

  @OCM-INV-35
  Scenario Outline: Text that is no invite: <text>
    When bob accepts the invite text "<text>"
    Then bob is refused
    And omega was asked nothing

    Examples:
      | text                 |
      | hello                |
      | token-without-server |
      | %%%%                 |
      | @omega               |
      | token@               |
      | https://here.example |

  @OCM-INV-36
  Scenario: An invite for a server that is not there
    When bob accepts the invite text "a1b2c3@nowhere.invalid"
    Then bob is refused
    And bob has no contacts

  @OCM-INV-05 @OCM-DEF-06
  Scenario: The server of the inviter is down
    Given alice invites bob
    And alpha stops
    When bob accepts the invite of alice
    Then bob is refused
    And bob has no contacts
    When alpha starts
    And bob accepts the invite of alice
    Then bob has alice as a contact

  @OCM-DEF-04
  Scenario: An invite of another server
    Given alpha speaks OCM 1.2 or newer
    When omega accepts the invite "a1b2c3" of alpha for mallory
    Then alpha refuses it as wrong
    And alice has no contacts

  @OCM-INV-08 @OCM-INV-09 @OCM-INV-11 @OCM-DEF-04
  Scenario Outline: An acceptance without <part>
    Given alice invites mallory
    When omega accepts the invite of alice for mallory, without <part>
    Then alpha refuses it as wrong
    And alice has no contacts
    And the invite of alice is open

    Examples:
      | part       |
      | the server |
      | the token  |
      | the user   |

  @OCM-DEF-04
  Scenario: An acceptance from elsewhere reaches the inviter
    Given alice invites mallory
    When omega accepts the invite of alice for mallory
    Then alpha takes it
    And alice has mallory at omega as a contact

  @OCM-INV-23 @OCM-DEF-04
  Scenario Outline: The inviter's server answers <how>
    Given mallory at omega invites bob with the token "a1b2c3"
    And omega answers invites <how>
    When bob accepts the invite of mallory
    Then bob is refused
    And bob has no contacts

    Examples:
      | how                        |
      | that the message is wrong  |
      | that nobody is trusted     |
      | that it was used           |
      | that it is broken          |

  @OCM-INV-23 @OCM-INV-24
  Scenario: The inviter's server answers with something else
    Given mallory at omega invites bob with the token "a1b2c3"
    And omega answers invites with a page of HTML
    When bob accepts the invite of mallory
    Then bob is told that it is unclear
    And bob has no contacts

  @OCM-DEF-24 @OCM-INV-08
  Scenario: A server that gives the inviter's own name
    Given alice invites mallory
    When omega accepts the invite of alice for mallory in the name of alpha
    Then alpha refuses it
    And alice has no contacts
