@hostile @negative
Feature: Servers that lead those who look them up astray
  Where a server points, and what it answers, is looked at before anything comes of it.

  Background:
    Given alice is at alpha
    And alice has a file report.txt
    And a foreign server omega

  @OCM-DEF-06 @OCM-DISC-07
  Scenario Outline: A server that points to <address>
    Given omega sends those who look it up to the address <address>
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And alpha gives the reason "to another server"
    And nobody was called at <host>
    And omega has got nothing
    And alpha still serves

    Examples:
      | address                                   | host            |
      | https://127.0.0.1/.well-known/ocm         | 127.0.0.1       |
      | https://localhost/.well-known/ocm         | localhost       |
      | https://[::1]/.well-known/ocm             | [::1]           |
      | https://169.254.169.254/latest/meta-data  | 169.254.169.254 |
      | https://[fe80::1]/                        | [fe80::1]       |
      | https://10.0.0.7/                         | 10.0.0.7        |
      | https://2130706433/                       | 2130706433      |
      | //vault.internal/                         | vault           |

  @OCM-DEF-06
  Scenario Outline: A server that points to no place: <address>
    Given omega sends those who look it up to the address <address>
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And alpha gives the reason "to no place"
    And alpha still serves

    Examples:
      | address                       |
      | file:///etc/passwd            |
      | gopher://127.0.0.1:25/        |
      | https://omega@127.0.0.1/      |
      | https://                      |

  @OCM-DISC-07
  Scenario: A server that moves its document to another path is followed
    Given omega sends those who look it up to the path /ocm-provider/elsewhere
    When alice shares report.txt with mallory at omega
    Then omega has got report.txt for mallory

  @OCM-DISC-07
  Scenario: A server that gives up TLS
    Given omega sends those who look it up to itself without TLS
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And alpha gives the reason "to another server"
    And omega has got nothing
    And alpha still serves

  @OCM-DEF-06
  Scenario: A server that points from place to place
    Given omega sends those who look it up from place to place
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And alpha gives the reason "more than 3 times"
    And omega has got nothing
    And alpha still serves

  @OCM-DEF-06
  Scenario: A server that points to where it came from
    Given omega sends those who look it up in a circle
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And alpha gives the reason "to where it came from"
    And alpha still serves

  @OCM-DEF-06 @OCM-DEF-24
  Scenario: A server that points into the private network
    Given a server vault inside the private network
    And omega sends those who look it up to vault
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And vault was asked nothing
    And alpha still serves

  @OCM-DEF-23
  Scenario: A document without end
    Given omega describes itself without end
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And alpha gives the reason "larger than"
    And less than 64 megabytes were taken of it
    And omega has got nothing
    And alpha still serves

  @OCM-DEF-06 @OCM-DEF-23
  Scenario: A document that comes one byte a second
    Given omega describes itself one byte a second
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And alpha gives the reason "did not answer in time"
    And it took less than 2 minutes
    And omega has got nothing
    And alpha still serves

  @OCM-DEF-23
  Scenario Outline: Headers of <kilobytes> kilobytes
    Given omega describes itself behind <kilobytes> kilobytes of headers
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And alpha gives the reason "broke the connection"
    And omega has got nothing
    And alpha still serves

    Examples:
      | kilobytes |
      | 20        |
      | 60        |

  @OCM-DEF-06
  Scenario: A compressed document is not unpacked
    Given omega describes itself in compressed form
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And alpha gives the reason "the discovery document of"
    And omega has got nothing
    And alpha still serves

  @OCM-DISC-12 @OCM-SHARE-02
  Scenario Outline: Messages are wanted at <address>
    Given omega takes its messages at the address <address>
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And alpha gives the reason "<why>"
    And nobody was called at <host>
    And alpha still serves

    Examples:
      | address                     | host            | why                   |
      | https://127.0.0.1/ocm       | 127.0.0.1       | a loopback address    |
      | https://169.254.169.254/ocm | 169.254.169.254 | a link-local address  |
      | https://vault.internal/ocm  | vault           | of a local network    |
      | https://omega.example:25/   | omega.example:25 | another service      |

  @OCM-DISC-12 @OCM-DISC-30
  Scenario: Messages are wanted without TLS
    Given omega takes its messages at itself without TLS
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And alpha gives the reason "without TLS"
    And omega has got nothing
    And alpha still serves

  @OCM-DISC-12 @OCM-SHARE-02
  Scenario: Messages are wanted inside the private network
    Given a server vault inside the private network
    And omega takes its messages at vault
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And alpha gives the reason "a private address"
    And vault was asked nothing
    And alpha still serves

  @OCM-DISC-12 @OCM-SHARE-02
  Scenario: Messages are wanted at another server
    Given alpha runs reference/1.5[places=own-host]
    And a foreign server sigma
    And omega takes its messages at sigma
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And alpha gives the reason "at its own host only"
    And sigma was asked nothing
    And alpha still serves

  @OCM-DISC-07
  Scenario: A name that leads into the private network
    Given a server vault inside the private network
    And the name of omega leads to the address 10.0.0.7
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And alpha gives the reason "leads to 10.0.0.7, a private address"
    And vault was asked nothing
    And alpha still serves

  @OCM-DISC-07
  Scenario Outline: A name that leads to <address>
    Given the name of omega leads to the address <address>
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And alpha gives the reason "<why>"
    And omega has got nothing
    And alpha still serves

    Examples:
      | address         | why                  |
      | 169.254.169.254 | a link-local address |
      | 0.0.0.0         | an address of no host |
      | ::1             | a loopback address   |

  @OCM-DISC-07
  Scenario: A name that leads to another address the second time
    Given a server vault inside the private network
    And the name of omega leads to vault the second time
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And alpha gives the reason "leads to 10.0.0.7, a private address"
    And vault was asked nothing
    And omega has got nothing
    And alpha still serves

  @OCM-SHARE-01
  Scenario: A server that hands a share on to another
    Given a foreign server sigma
    And omega sends those who bring it a share to sigma
    When alice shares report.txt with mallory at omega
    Then alice is refused
    And alpha gives the reason "did not follow a redirect"
    And sigma was shown no secret
    And alpha still serves
