@hostile @negative
Feature: Servers that speak for others
  A server is believed about its own people and its own shares, and about nothing else.

  Background:
    Given alice is at alpha
    And bob is at beta
    And a foreign server omega
    And a foreign server sigma

  @OCM-DEF-24 @OCM-DISCARD-08
  Scenario: A share in the name of a server that is not allowed
    Given beta runs reference/1.5[servers=allow]
    And beta has omega on its list of servers
    When omega announces song.mp3 to bob in the name of mallory at sigma
    Then beta refuses it as not trusted
    And beta gives the reason "not on the list of servers that are allowed"
    And bob sees nothing
    And sigma was shown no secret
    And beta still serves

  @OCM-DEF-24 @OCM-DISCARD-09
  Scenario: A share in the name of somebody whom the recipient does not know
    Given beta runs reference/1.5[invite=must]
    When omega announces song.mp3 to bob in the name of alice at alpha
    Then beta refuses it as not trusted
    And beta gives the reason "is no contact of bob"
    And bob sees nothing
    And beta still serves

  @OCM-DEF-24
  Scenario: A share in the name of the recipient's own server
    When omega announces song.mp3 to bob in the name of bob at beta
    Then beta refuses it as wrong
    And beta gives the reason "sender IS_THIS_SERVER"
    And bob sees nothing
    And beta still serves

  @OCM-DEF-24 @OCM-NOTIF-04
  Scenario Outline: News that somebody else's share was <news>
    Given alice has a file report.txt
    And alice shares report.txt with bob
    When omega tells alpha that report.txt of alpha was <news>
    Then alpha refuses it
    And alpha gives the reason "<why>"
    And bob sees report.txt as pending
    And alpha still serves

    Examples:
      | news     | why                        |
      | accepted | not the sender's affair    |
      | declined | not the sender's affair    |

  @OCM-DEF-24 @OCM-DEF-04
  Scenario: An invite accepted in the name of the inviter's server
    Given alice invites mallory
    When omega accepts the invite of alice for mallory in the name of alpha
    Then alpha refuses it as not trusted
    And alpha gives the reason "gives this server's own name"
    And alice has no contacts
    And alpha still serves

  @OCM-DEF-24 @OCM-DEF-04
  Scenario: An invite accepted in the name of a server that is not allowed
    Given alpha runs reference/1.5[servers=allow]
    And alpha has omega on its list of servers
    And alice invites mallory
    When omega accepts the invite of alice for mallory in the name of sigma
    Then alpha refuses it as not trusted
    And alpha gives the reason "not on the list of servers that are allowed"
    And alice has no contacts
    And alpha still serves

  @OCM-DEF-14 @OCM-DEF-23
  Scenario: A compressed share is not unpacked
    When omega sends beta a compressed share
    Then beta refuses it
    And beta gives the reason "body-is-json"
    And bob sees nothing
    And beta still serves
