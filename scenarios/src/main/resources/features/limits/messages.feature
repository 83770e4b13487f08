@limits @negative
Feature: Messages that are too much, or no messages at all
  Whatever arrives is answered, nothing of it is kept, and the server goes on serving.

  Background:
    Given alice is at alpha
    And bob is at beta
    And a foreign server omega

  @OCM-DEF-14 @OCM-DEF-23
  Scenario Outline: A share that is <garbage>
    When omega sends beta <garbage> as a share
    Then beta refuses it
    And bob sees nothing
    And beta still serves

    Examples:
      | garbage                |
      | nothing at all         |
      | half a document        |
      | a page of HTML         |
      | a list                 |
      | a number               |
      | null                   |
      | bytes that are no text |
      | three megabytes        |
      | ten thousand brackets  |
      | the same field twice   |
      | a number without end   |
      | two documents          |

  @OCM-DEF-14 @OCM-DEF-23
  Scenario Outline: News that is <garbage>
    When omega sends beta <garbage> as news
    Then beta refuses it
    And beta still serves

    Examples:
      | garbage                |
      | nothing at all         |
      | half a document        |
      | a list                 |
      | bytes that are no text |
      | three megabytes        |
      | ten thousand brackets  |

  @OCM-DEF-04 @OCM-DEF-23 @invite
  Scenario Outline: An acceptance that is <garbage>
    Given alice invites mallory
    When omega sends alpha <garbage> as an acceptance
    Then alpha refuses it
    And alice has no contacts
    And alpha still serves

    Examples:
      | garbage                |
      | nothing at all         |
      | half a document        |
      | a list                 |
      | bytes that are no text |
      | three megabytes        |

  @OCM-DEF-23
  Scenario: A name that is too long
    When omega announces song.mp3 to bob with a name of 300 letters
    Then beta refuses it
    And bob sees nothing

  @OCM-DEF-23
  Scenario: A name that is just short enough
    When omega announces song.mp3 to bob with a name of 255 letters
    Then beta takes it
    And bob sees 1 share

  @OCM-DEF-23
  Scenario: A share id that is too long
    When omega announces song.mp3 to bob with a share id of 5000 letters
    Then beta refuses it
    And bob sees nothing

  @OCM-DEF-23
  Scenario: A secret that is too long
    When omega announces song.mp3 to bob with a secret of 5000 letters
    Then beta refuses it
    And bob sees nothing

  @OCM-DEF-23
  Scenario: Too many shares that wait for an answer
    Given beta keeps at most 3 shares waiting for each person
    And dave is at beta
    When omega announces a.mp3 to bob
    And omega announces b.mp3 to bob
    And omega announces c.mp3 to bob
    And omega announces d.mp3 to bob
    Then beta refuses it
    And bob sees 3 shares
    When omega announces d.mp3 to dave
    Then beta takes it

  @OCM-DEF-23
  Scenario: There is room again when a share was answered
    Given beta keeps at most 1 shares waiting for each person
    And omega announces a.mp3 to bob
    When bob accepts a.mp3
    And omega announces b.mp3 to bob
    Then beta takes it

  @OCM-DEF-23
  Scenario: Headers that are too long
    When omega sends beta a share with headers of 40 kilobytes
    Then beta refuses it
    And beta still serves

  @OCM-DEF-23
  Scenario: A message that is cut short
    When omega sends beta half of what it promised as a share
    Then beta does not take it
    And bob sees nothing
    And beta still serves

  @OCM-DEF-23
  Scenario: A message that never ends
    Given beta waits at most 100 milliseconds for a message
    When omega sends beta a share that stops in the middle for 300 milliseconds
    Then beta does not take it
    And bob sees nothing
    And beta still serves

  @OCM-DEF-23
  Scenario Outline: Something that is not there: <what>
    When omega sends beta <what>
    Then beta refuses it
    And beta still serves

    Examples:
      | what                        |
      | a question for nothing      |
      | a question for shares       |
      | a message to nowhere        |
      | a verb that nobody knows    |
