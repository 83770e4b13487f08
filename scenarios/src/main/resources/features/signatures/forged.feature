@signatures @negative @hostile
Feature: Signatures that are not to be believed
  A message whose signature is wrong is refused, whatever it says; nothing is kept of it, why is written down, and the
  server goes on serving.

  Background:
    Given alpha runs reference/1.5[sign=yes;demand-signatures=yes]
    And alice is at alpha
    And a foreign server omega
    And omega signs its messages

  @OCM-SIG-04 @OCM-SIG-17 @OCM-SIG-26 @OCM-SIG-27 @OCM-SIG-30 @OCM-SIG-32 @OCM-SIG-33 @OCM-SIG-34 @OCM-SIG-35 @OCM-SIG-37 @OCM-SIG-38 @OCM-SIG-43 @OCM-SIG-45
  Scenario Outline: A share that is signed <how>
    When omega announces report.txt to alice, signed <how>
    Then alpha does not believe it
    And alice sees nothing
    And alpha still serves
    When omega announces plan.txt to alice
    Then alpha takes it
    And alice sees plan.txt as pending

    Examples:
      | how                                 |
      | with another key                    |
      | with the key of somebody else       |
      | with a key that nobody has seen     |
      | with a key without a name           |
      | for another server                  |
      | for another place                   |
      | for another kind of request         |
      | without a digest                    |
      | with the digest of another message  |
      | with one right and one wrong digest |
      | ten minutes too late                |
      | an hour too early                   |
      | without a time                      |
      | without a tag                       |
      | with another tag                    |
      | twice                               |
      | by an algorithm that nobody knows   |
      | by a secret that both should know   |
      | without its kind                    |
      | without its place                   |
      | without covering its digest         |
      | without its length                  |
      | and changed on the way              |
      | with one letter changed             |
      | by nonsense                         |
      | in a manner of its own              |
      | in the manner of version 1.2        |

  @OCM-SIG-06 @OCM-DEF-09
  Scenario: A share that is not signed where signatures are demanded
    When omega announces report.txt to alice, not signed
    Then alpha does not believe it
    And alice sees nothing

  @OCM-SIG-46 @OCM-DEF-24
  Scenario: A server that speaks for another server
    Given a foreign server sigma
    And sigma signs its messages
    When omega announces report.txt to alice in the name of sigma, signed rightly
    Then alpha does not believe it
    And alice sees nothing

  @OCM-SIG-46 @OCM-DEF-24
  Scenario: A server that gives away what is another server's
    Given a foreign server sigma
    When omega announces report.txt of a person at sigma to alice, signed rightly
    Then alpha does not let it speak for others
    And alice sees nothing

  @OCM-SIG-46
  Scenario: A message that was signed for another server is handed on
    Given beta runs reference/1.5[sign=yes]
    And bob is at beta
    And bob has a file song.mp3
    When bob shares song.mp3 with mallory at omega
    And omega hands the share of song.mp3 on to alpha as its own message
    Then alpha does not believe it
    And alice sees nothing

  @OCM-SIG-35
  Scenario: A message that is sent again has no second effect, and none at all later
    When omega announces report.txt to alice
    And alice declines report.txt
    And omega sends the same once more
    Then alpha takes it
    And alice sees report.txt as declined
    When 10 minutes pass
    And omega sends the same once more
    Then alpha does not believe it

  @OCM-SIG-35 @OCM-NOTIF-06
  Scenario: News that is sent again later is not believed
    Given omega announces report.txt to alice
    And omega tells alpha that report.txt was unshared, signed rightly
    And alpha takes it
    When 10 minutes pass
    And omega sends the same once more
    Then alpha does not believe it
    And alpha still serves

  @OCM-SIG-06 @OCM-NOTIF-06
  Scenario Outline: News that is signed <how>
    Given omega announces report.txt to alice
    And alice accepts report.txt
    When omega tells alpha that report.txt was unshared, signed <how>
    Then alpha does not believe it
    And alice sees report.txt as accepted

    Examples:
      | how                                |
      | with another key                   |
      | for another server                 |
      | with the digest of another message |
      | ten minutes too late               |

  @OCM-SIG-06 @OCM-INV-15
  Scenario Outline: An invite whose acceptance is signed <how>
    When omega accepts the invite "a1b2c3" at alpha, signed <how>
    Then alpha does not believe it
    And alpha still serves

    Examples:
      | how                          |
      | with another key             |
      | for another place            |
      | without a tag                |
      | in the manner of version 1.2 |

  @OCM-SIG-38 @OCM-SIG-39 @OCM-SIG-27
  Scenario Outline: A server that shows <keys>
    Given omega shows its keys with <keys>
    When omega announces report.txt to alice
    Then alpha does not believe it
    And alice sees nothing
    And alpha still serves

    Examples:
      | keys                                       |
      | no keys                                    |
      | a key for no algorithm                     |
      | a key for the algorithm none               |
      | a secret in place of a key                 |
      | a key for an algorithm that is not its own |
      | a key that is too weak                     |
      | the private half of its key                |
      | two keys of one name                       |
      | a thousand keys                            |
      | three megabytes in its key                 |

  @OCM-SIG-38
  Scenario Outline: A server that shows its keys by <something>
    Given omega shows its keys by <something>
    When omega announces report.txt to alice
    Then alpha does not believe it
    And alice sees nothing
    And alpha still serves

    Examples:
      | something              |
      | nothing at all         |
      | half a document        |
      | a page of HTML         |
      | a list                 |
      | ten thousand brackets  |
      | three megabytes        |
      | the same field twice   |
      | bytes that are no text |

  @OCM-SIG-38
  Scenario: A server that shows no keys
    Given omega shows no keys
    When omega announces report.txt to alice
    Then alpha does not believe it
    And alice sees nothing

  @OCM-SIG-38
  Scenario Outline: A server whose keys cannot be had for now: <how>
    Given omega shows its keys by <how>
    When omega announces report.txt to alice
    Then alpha does not believe it for now
    And alice sees nothing
    And alpha still serves

    Examples:
      | how       |
      | an error  |
      | no answer |

  @OCM-SIG-38
  Scenario: A server that sends those who want its keys elsewhere
    Given a foreign server sigma
    And sigma signs its messages
    And omega sends those who want its keys to sigma
    When omega announces report.txt to alice
    Then alpha does not believe it
    And sigma was asked for its keys 0 times

  @OCM-SIG-38
  Scenario: A server that says that the keys of another are its own
    Given a foreign server sigma
    And sigma signs its messages
    And omega says that its keys are at sigma
    When omega announces report.txt to alice
    Then alpha does not believe it
    And alice sees nothing

  @OCM-SIG-38
  Scenario: A key that was taken back is not believed once the new one is known
    Given omega announces report.txt to alice
    And omega changes its key
    And omega announces plan.txt to alice
    When omega announces diary.txt to alice, signed with a key that nobody has seen
    Then alpha does not believe it
    And alice sees plan.txt as pending

  @OCM-SIG-38 @OCM-DEF-23
  Scenario: Many wrong keys do not make a server ask for keys without end
    Given omega announces report.txt to alice
    When omega announces a.txt to alice, signed with a key that nobody has seen
    And omega announces b.txt to alice, signed with a key that nobody has seen
    And omega announces c.txt to alice, signed with a key that nobody has seen
    And omega announces d.txt to alice, signed with another key
    Then alpha does not believe it
    And omega was asked for its keys 2 times
