@hostile @negative
Feature: Servers that share to do harm
  What a recipient's server is told about a share leads it nowhere else, and what it is shown opens nothing there.

  Background:
    Given bob is at beta
    And a foreign server omega

  @OCM-ACC-12 @OCM-SHARE-55
  Scenario Outline: A file that lies at <address>
    Given omega announces song.mp3 to bob, to be fetched from the address <address>
    When bob accepts song.mp3
    Then bob cannot read song.mp3
    And beta gives the reason "<why>"
    And nobody was called at <host>
    And beta still serves

    Examples:
      | address                            | host            | why                  |
      | https://127.0.0.1/secret           | 127.0.0.1       | a loopback address   |
      | https://169.254.169.254/latest     | 169.254.169.254 | a link-local address |
      | https://[fd00::7]/x                | [fd00::7]       | a private address    |
      | http://cloud.example.org/x         | cloud.example.org | without TLS        |
      | https://cloud.example.org:22/x     | cloud.example.org | another service    |

  @OCM-ACC-12 @OCM-SHARE-55
  Scenario: A file that lies inside the private network
    Given a server vault inside the private network
    And omega announces song.mp3 to bob, to be fetched from vault
    When bob accepts song.mp3
    Then bob cannot read song.mp3
    And beta gives the reason "a private address"
    And vault was asked nothing
    And beta still serves

  @OCM-ACC-12 @OCM-SHARE-55
  Scenario: A file that lies at another server, for a server that goes to none
    Given beta runs reference/1.5[places=own-host]
    And a foreign server sigma
    And omega announces song.mp3 to bob, to be fetched from sigma
    When bob accepts song.mp3
    Then bob cannot read song.mp3
    And beta gives the reason "at its own host only"
    And sigma was shown no secret
    And beta still serves

  @OCM-SHARE-54 @OCM-DEF-14
  Scenario Outline: A place that is none: <uri>
    When omega announces song.mp3 to bob with the uri "<uri>"
    Then beta refuses it as wrong
    And beta gives the reason "protocol.webdav.uri INVALID"
    And bob sees nothing
    And beta still serves

    Examples:
      | uri                       |
      | ../../admin               |
      | a/../../../b              |
      | %2e%2e/admin              |
      | a%2f..%2fb                |
      | ..\\\\admin                |
      | //vault/x                 |
      | file:///etc/passwd        |
      | https://mallory@omega/x   |
      | a?b=c                     |
      | a#b                       |

  @OCM-SHARE-16
  Scenario: An id that looks like a path is only an id
    When omega announces song.mp3 to bob with the share id "../../etc/passwd"
    Then beta takes it
    And bob sees song.mp3 as pending
    And beta still serves

  @OCM-ACC-14 @OCM-SEC-07
  Scenario: Files that are at another server all of a sudden
    Given a foreign server sigma
    And omega announces song.mp3 to bob
    And omega sends those who ask for its files to sigma
    When bob accepts song.mp3
    Then bob cannot read song.mp3
    And beta gives the reason "did not follow a redirect"
    And omega was asked for song.mp3 with its secret
    And sigma was shown no secret
    And sigma was asked nothing
    And beta still serves

  @OCM-ACC-14 @OCM-SEC-07
  Scenario Outline: Files that are at <address> all of a sudden
    Given omega announces song.mp3 to bob
    And omega sends those who ask for its files to the address <address>
    When bob accepts song.mp3
    Then bob cannot read song.mp3
    And beta gives the reason "did not follow a redirect"
    And nobody was called at <host>
    And beta still serves

    Examples:
      | address                         | host            |
      | https://169.254.169.254/latest  | 169.254.169.254 |
      | https://localhost/              | localhost       |

  @OCM-ACC-13 @OCM-SHARE-55
  Scenario: A name that leads to another address when its files are fetched
    Given a server vault inside the private network
    And omega announces song.mp3 to bob
    And the name of omega leads to vault the second time
    When bob accepts song.mp3
    Then bob cannot read song.mp3
    And beta gives the reason "leads to 10.0.0.7, a private address"
    And vault was asked nothing
    And beta still serves

  @OCM-ACC-13
  Scenario Outline: A list of files with <bomb>
    Given a foreign server sigma
    And omega announces music to bob
    And omega lists its files with <bomb>, from sigma
    And bob accepts music
    When bob looks into music
    Then bob is refused
    And beta gives the reason "cannot be understood"
    And sigma was asked nothing
    And beta still serves

    Examples:
      | bomb                                       |
      | entities that grow a billionfold           |
      | an entity that is a file of the reader     |
      | an entity that is fetched from elsewhere   |
      | a document type from elsewhere             |
      | ten thousand elements inside each other    |
      | elements that never end                    |

  @OCM-ACC-13
  Scenario: A list of files without end
    Given omega announces music to bob
    And omega lists its files without end
    And bob accepts music
    When bob looks into music
    Then bob is refused
    And less than 64 megabytes were taken of it
    And beta still serves

  @OCM-ACC-13 @OCM-DEF-23
  Scenario: A list of files that comes one byte a second
    Given omega announces music to bob
    And omega lists its files one byte a second
    And bob accepts music
    When bob looks into music
    Then bob is told that it is unclear
    And it took less than 2 minutes
    And beta still serves

  @OCM-ACC-13
  Scenario Outline: A list with a file called <name>
    Given omega announces music to bob
    And omega lists its files with a file called "<name>"
    When bob accepts music
    Then bob sees b.txt in music
    And beta still serves

    Examples:
      | name                          |
      | /../../../etc/passwd          |
      | /%2e%2e%2fpasswd              |
      | /a/b/c                        |
      | https://169.254.169.254/x     |
      | /..                           |
      | /a%00b                        |

  @OCM-ACC-13
  Scenario Outline: A question about a file with <bomb>
    Given a foreign server sigma
    And bob has a file report.txt
    And bob shares report.txt with mallory at omega
    When omega asks about report.txt with <bomb>, from sigma
    Then beta refuses it
    And sigma was asked nothing
    And beta still serves

    Examples:
      | bomb                                       |
      | entities that grow a billionfold           |
      | an entity that is a file of the reader     |
      | an entity that is fetched from elsewhere   |
      | ten thousand elements inside each other    |
