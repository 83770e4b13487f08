@share @negative
Feature: Shares that must not come about
  A share that is wrong is refused with a reason, nothing is kept of it, and the server goes on serving.

  Background:
    Given alice is at alpha
    And bob is at beta
    And alice has a file report.txt
    And a foreign server omega

  @OCM-DEF-14 @OCM-SHARE-20
  Scenario: An unknown recipient
    When alice shares report.txt with "nobody" at beta
    Then alice is refused
    And alice is told about beta
    And alice shares nothing

  @OCM-FLOW-04 @OCM-SHARE-20
  Scenario Outline: The address <address> is refused before anything is sent
    When alice shares report.txt with the address "<address>"
    Then alice is refused
    And alice is told how an address looks
    And omega was asked nothing
    And alice shares nothing

    Examples:
      | address           |
      | mallory           |
      | @omega            |
      | mallory@          |
      | mallory at@ome ga |

  @OCM-ADDR-02
  Scenario: An address with a path is refused before anything is sent
    When alice shares report.txt with the address "mallory@omega/cloud"
    Then alice is refused
    And omega was asked nothing

  @OCM-DISC-02
  Scenario: A file that is not there
    When alice shares missing.txt with bob
    Then alice is refused
    And alice is told about missing.txt
    And bob sees nothing

  @OCM-DISC-02
  Scenario Outline: What is not alice's cannot be shared as <path>
    Given dave is at alpha
    And dave has a file diary.txt
    When alice shares <path> with bob
    Then alice is refused
    And bob sees nothing

    Examples:
      | path              |
      | ../dave/diary.txt |
      | diary.txt         |
      | /etc/passwd       |

  @OCM-SHARE-20
  Scenario: A recipient who is at another server
    Given carol is at gamma
    When omega announces song.mp3 for carol at gamma to beta
    Then beta refuses it as wrong
    And bob sees nothing

  @OCM-DEF-14 @OCM-SHARE-31 @OCM-SHARE-32
  Scenario: A share type that nobody knows
    When omega announces song.mp3 to bob with the share type "planet"
    Then beta refuses it as not supported
    And bob sees nothing

  @OCM-DEF-14 @OCM-SHARE-34
  Scenario: A resource type that nobody knows
    When omega announces song.mp3 to bob with the resource type "dream"
    Then beta refuses it as not supported
    And bob sees nothing

  @OCM-DISCARD-10 @OCM-DEF-14
  Scenario: A protocol that nobody knows
    When omega announces song.mp3 to bob with the protocol "telepathy"
    Then beta refuses it as not supported
    And bob sees nothing

  @OCM-YAML-01 @OCM-SHARE-61
  Scenario: A requirement that nobody knows
    When omega announces song.mp3 to bob with the requirement "must-dance"
    Then beta refuses it
    And bob sees nothing

  @OCM-SHARE-20 @OCM-SHARE-22 @OCM-SHARE-24 @OCM-SHARE-26 @OCM-SHARE-27 @OCM-SHARE-30 @OCM-SHARE-34 @OCM-SHARE-44 @OCM-SHARE-52 @OCM-SHARE-57
  Scenario Outline: A share without <field>
    When omega announces song.mp3 to bob without <field>
    Then beta refuses it as wrong
    And bob sees nothing
    And beta still serves

    Examples:
      | field             |
      | the recipient     |
      | the name          |
      | the share id      |
      | the owner         |
      | the sender        |
      | the share type    |
      | the resource type |
      | the protocol      |
      | the uri           |
      | the secret        |

  @OCM-DEF-14
  Scenario Outline: A share with a number as <field>
    When omega announces song.mp3 to bob with a number as <field>
    Then beta refuses it as wrong
    And bob sees nothing

    Examples:
      | field             |
      | the recipient     |
      | the name          |
      | the share id      |
      | the owner         |
      | the sender        |
      | the share type    |
      | the resource type |
      | the protocol      |
      | the uri           |
      | the secret        |

  @OCM-DEF-14
  Scenario Outline: A share with nothing in <field>
    When omega announces song.mp3 to bob with nothing in <field>
    Then beta refuses it
    And bob sees nothing

    Examples:
      | field         |
      | the recipient |
      | the name      |
      | the share id  |
      | the sender    |
      | the secret    |

  @OCM-DEF-16
  Scenario: A share that names no way to the file
    When omega announces song.mp3 to bob with no protocol inside
    Then beta refuses it
    And bob sees nothing

  @OCM-SHARE-27
  Scenario: A sender without a server
    When omega announces song.mp3 to bob with the sender "mallory"
    Then beta refuses it as wrong
    And bob sees nothing

  @OCM-SHARE-24
  Scenario: An announcement that comes twice is shown once
    Given omega announces song.mp3 to bob
    When omega announces song.mp3 to bob again
    Then bob sees 1 share

  @OCM-SHARE-25
  Scenario: The same id with another name is another server's mistake
    Given omega announces song.mp3 to bob
    When omega announces other.mp3 to bob under the same id as song.mp3 of omega
    Then beta refuses it as a conflict
    And bob sees 1 share
    And bob sees song.mp3 as pending

  @OCM-SHARE-25
  Scenario: The same id at two servers is two shares
    Given a foreign server sigma
    When omega announces song.mp3 to bob
    And sigma announces other.mp3 to bob under the same id as song.mp3 of omega
    Then bob sees 2 shares

  @OCM-DEF-14
  Scenario: A share that ended before it came
    When omega announces song.mp3 to bob with an end in the past
    Then bob cannot read song.mp3

  @OCM-DEF-06
  Scenario Outline: The other server answers the announcement <how>
    Given omega answers shares <how>
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And alice is told about omega
    And alice shares nothing

    Examples:
      | how                          |
      | that the message is wrong    |
      | that nobody is trusted       |
      | that they are not taken      |
      | that it is in maintenance    |
      | that it is broken            |

  @OCM-DEF-06
  Scenario: The other server breaks the connection after it has got the share
    Given omega breaks the connection after it got a share
    When alice shares report.txt with mallory at omega
    Then alice is told that it is unclear
