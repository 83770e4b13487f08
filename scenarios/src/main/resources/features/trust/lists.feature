@trust
Feature: Whom a server has to do with
  An operator may name the servers that are denied, or the only ones that are allowed, and may ask for invites first.

  Background:
    Given alice is at alpha
    And bob is at beta
    And alpha speaks OCM 1.2 or newer
    And alice has a file report.txt

  @OCM-DISC-34 @OCM-DISCARD-08
  Scenario: A server that is allowed
    Given beta runs reference/1.5[servers=allow]
    And beta has alpha on its list of servers
    When alice shares report.txt with bob
    And bob accepts report.txt
    Then bob can read report.txt

  @negative @OCM-DISC-34 @OCM-DISCARD-08 @OCM-DEF-14
  Scenario: A server that is not allowed
    Given beta runs reference/1.5[servers=allow]
    And beta has gamma.example on its list of servers
    When alice shares report.txt with bob
    Then alice is refused
    And beta gives the reason "is not on the list of servers that are allowed"
    And bob sees nothing
    And beta still serves

  @negative @OCM-DISC-33 @OCM-DISCARD-07 @OCM-DEF-14
  Scenario: A server that is denied
    Given beta runs reference/1.5[servers=deny]
    And beta has alpha on its list of servers
    When alice shares report.txt with bob
    Then alice is refused
    And beta gives the reason "is on the list of servers that are denied"
    And bob sees nothing

  @OCM-DISC-33 @OCM-DISCARD-07
  Scenario: A server that is denied no longer
    Given beta runs reference/1.5[servers=deny]
    And beta has alpha on its list of servers
    And alice shares report.txt with bob
    And alice is refused
    When the list of servers of beta is emptied
    And alice shares report.txt with bob
    Then bob sees report.txt as pending

  @OCM-DISC-34 @OCM-DISCARD-08
  Scenario: The list outlives a restart
    Given beta runs reference/1.5[servers=allow]
    And beta has alpha on its list of servers
    When beta stops
    And beta starts
    And alice shares report.txt with bob
    Then bob sees report.txt as pending

  @OCM-DISC-34 @OCM-DISCARD-08
  Scenario: A list that is read at the start
    Given beta runs reference/1.5[servers=allow]
    And beta starts with alpha on its list of servers
    And a foreign server omega
    When alice shares report.txt with bob
    Then bob sees report.txt as pending
    When omega announces song.mp3 to bob
    Then beta refuses it as not trusted
    And beta gives the reason "not on the list of servers that are allowed"
    When beta has omega on its list of servers
    And beta stops
    And beta starts
    And omega announces plan.txt to bob
    Then beta takes it

  @negative @OCM-DISCARD-08
  Scenario: Nothing is shared with a server that is not allowed
    Given a foreign server omega
    And alpha runs reference/1.5[servers=allow]
    And alpha has beta on its list of servers
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And alice is told about omega
    And omega was asked nothing

  @negative @OCM-DEF-04 @OCM-DISCARD-08
  Scenario: No invite is accepted by a server that is not allowed
    Given a foreign server omega
    And alpha runs reference/1.5[servers=allow]
    And alpha has beta on its list of servers
    And alice invites mallory
    When omega accepts the invite of alice for mallory
    Then alpha refuses it as not trusted
    And alice has no contacts

  @negative @OCM-DISCARD-08
  Scenario: No invite of a server that is not allowed is accepted
    Given a foreign server omega
    And alpha runs reference/1.5[servers=allow]
    And alpha has beta on its list of servers
    And mallory at omega invites alice with the token "a1b2c3"
    When alice accepts the invite of mallory
    Then alice is refused
    And omega was asked nothing

  @negative @OCM-DISCARD-07
  Scenario: No news is taken from a server that is denied
    Given a foreign server omega
    And beta runs reference/1.5[servers=deny]
    And omega announces song.mp3 to bob
    When beta has omega on its list of servers
    And omega tells beta that song.mp3 was unshared
    Then beta refuses it as not trusted
    And bob sees song.mp3 as pending

  @negative @OCM-DISCARD-07
  Scenario: A server that keeps no list
    Then beta cannot have alpha on its list of servers

  @negative @OCM-DISCARD-07
  Scenario: A list has hosts on it
    Given beta runs reference/1.5[servers=deny]
    Then beta cannot have https://alpha/ocm on its list of servers

  @OCM-DISC-29 @OCM-DISC-31 @OCM-DISC-33 @OCM-DISC-34
  Scenario Outline: A server of <version> says that it demands <word>
    Given a foreign server omega
    And beta runs reference/<version>[<setting>]
    When omega looks up beta
    Then omega finds that beta demands <word>

    Examples:
      | version | setting       | word        |
      | 1.5     | servers=deny  | denylist    |
      | 1.5     | servers=allow | allowlist   |
      | 1.5     | invite=must   | must-invite |
      | 1.4     | invite=must   | must-invite |
      | 1.3     | invite=must   | invite      |
      | 1.2     | invite=must   | invite      |
      | 1.2     | servers=allow | allowlist   |

  @OCM-DISC-29
  Scenario: A server that demands nothing says so
    Given a foreign server omega
    When omega looks up beta
    Then omega finds that beta makes no demands

  @negative @OCM-DISC-35 @OCM-DISCARD-09
  Scenario: A share without an invite, for a server that demands one
    Given beta runs reference/1.5[invite=must]
    When alice shares report.txt with bob
    Then alice is refused
    And bob sees nothing

  @negative @OCM-DISC-35 @OCM-DISCARD-09 @OCM-DEF-14
  Scenario: A stranger's share, for a server that demands an invite
    Given a foreign server omega
    And beta runs reference/1.5[invite=must]
    When omega announces song.mp3 to bob
    Then beta refuses it as not trusted
    And beta gives the reason "shares are taken from contacts only"
    And bob sees nothing

  @OCM-DISC-35 @OCM-INV-33
  Scenario: A share after an invite, for a server that demands one
    Given beta runs reference/1.5[invite=must]
    And bob invites alice
    And alice accepts the invite of bob
    When alice shares report.txt with bob
    And bob accepts report.txt
    Then bob can read report.txt

  @negative @OCM-DISC-35 @OCM-DISCARD-09
  Scenario: A contact who was removed
    Given beta runs reference/1.5[invite=must]
    And bob invites alice
    And alice accepts the invite of bob
    When bob removes the contact alice
    And alice shares report.txt with bob
    Then alice is refused
    And bob sees nothing
