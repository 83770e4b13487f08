@trust @pairs
Feature: Servers that sign, demand signatures and exchange tokens, each with each
  Each server is one of eight: it signs or not, demands signatures of everybody or not, exchanges secrets for tokens or
  not. What becomes of a share is this, and a test holds the tables to it:
  - it is refused before anything is sent where the receiving server demands signatures and the sending one makes none;
  - else it arrives and can be read, since neither discovery nor access to the files is ever signed;
  - it is read by a token where both exchange, and with its secret where the receiver cannot get one: where one of the
    two does not exchange, or where the sending server demands a signature that the receiving one cannot make;
  - the answer of the recipient is heard but where the sending server demands a signature that the receiving one cannot
    make.

  Background:
    Given alice is at alpha
    And bob is at beta
    And alice has a file report.txt

  @OCM-SIG-02 @OCM-SIG-06 @OCM-DEF-09 @OCM-ACC-08 @OCM-ACC-09 @OCM-TOKEN-03 @OCM-TOKEN-10 @OCM-TOKEN-11
  Scenario Outline: From <from> to <to>, read by <what>
    Given alpha runs reference/1.5[<from>]
    And beta runs reference/1.5[<to>]
    When alice shares report.txt with bob
    And bob accepts report.txt
    Then alice sees that bob accepted report.txt
    And bob can read report.txt
    And beta has opened report.txt by <what>
    And what both could sign is signed

    Examples:
      | from                                        | to                                          | what       |
      | sign=no;demand-signatures=no;exchange=no    | sign=no;demand-signatures=no;exchange=no    | its secret |
      | sign=no;demand-signatures=no;exchange=no    | sign=no;demand-signatures=no;exchange=yes   | its secret |
      | sign=no;demand-signatures=no;exchange=no    | sign=yes;demand-signatures=no;exchange=no   | its secret |
      | sign=no;demand-signatures=no;exchange=no    | sign=yes;demand-signatures=no;exchange=yes  | its secret |
      | sign=no;demand-signatures=no;exchange=yes   | sign=no;demand-signatures=no;exchange=no    | its secret |
      | sign=no;demand-signatures=no;exchange=yes   | sign=no;demand-signatures=no;exchange=yes   | a token    |
      | sign=no;demand-signatures=no;exchange=yes   | sign=yes;demand-signatures=no;exchange=no   | its secret |
      | sign=no;demand-signatures=no;exchange=yes   | sign=yes;demand-signatures=no;exchange=yes  | a token    |
      | sign=no;demand-signatures=yes;exchange=no   | sign=yes;demand-signatures=no;exchange=no   | its secret |
      | sign=no;demand-signatures=yes;exchange=no   | sign=yes;demand-signatures=no;exchange=yes  | its secret |
      | sign=no;demand-signatures=yes;exchange=yes  | sign=yes;demand-signatures=no;exchange=no   | its secret |
      | sign=no;demand-signatures=yes;exchange=yes  | sign=yes;demand-signatures=no;exchange=yes  | a token    |
      | sign=yes;demand-signatures=no;exchange=no   | sign=no;demand-signatures=no;exchange=no    | its secret |
      | sign=yes;demand-signatures=no;exchange=no   | sign=no;demand-signatures=no;exchange=yes   | its secret |
      | sign=yes;demand-signatures=no;exchange=no   | sign=no;demand-signatures=yes;exchange=no   | its secret |
      | sign=yes;demand-signatures=no;exchange=no   | sign=no;demand-signatures=yes;exchange=yes  | its secret |
      | sign=yes;demand-signatures=no;exchange=no   | sign=yes;demand-signatures=no;exchange=no   | its secret |
      | sign=yes;demand-signatures=no;exchange=no   | sign=yes;demand-signatures=no;exchange=yes  | its secret |
      | sign=yes;demand-signatures=no;exchange=no   | sign=yes;demand-signatures=yes;exchange=no  | its secret |
      | sign=yes;demand-signatures=no;exchange=no   | sign=yes;demand-signatures=yes;exchange=yes | its secret |
      | sign=yes;demand-signatures=no;exchange=yes  | sign=no;demand-signatures=no;exchange=no    | its secret |
      | sign=yes;demand-signatures=no;exchange=yes  | sign=no;demand-signatures=no;exchange=yes   | a token    |
      | sign=yes;demand-signatures=no;exchange=yes  | sign=no;demand-signatures=yes;exchange=no   | its secret |
      | sign=yes;demand-signatures=no;exchange=yes  | sign=no;demand-signatures=yes;exchange=yes  | a token    |
      | sign=yes;demand-signatures=no;exchange=yes  | sign=yes;demand-signatures=no;exchange=no   | its secret |
      | sign=yes;demand-signatures=no;exchange=yes  | sign=yes;demand-signatures=no;exchange=yes  | a token    |
      | sign=yes;demand-signatures=no;exchange=yes  | sign=yes;demand-signatures=yes;exchange=no  | its secret |
      | sign=yes;demand-signatures=no;exchange=yes  | sign=yes;demand-signatures=yes;exchange=yes | a token    |
      | sign=yes;demand-signatures=yes;exchange=no  | sign=yes;demand-signatures=no;exchange=no   | its secret |
      | sign=yes;demand-signatures=yes;exchange=no  | sign=yes;demand-signatures=no;exchange=yes  | its secret |
      | sign=yes;demand-signatures=yes;exchange=no  | sign=yes;demand-signatures=yes;exchange=no  | its secret |
      | sign=yes;demand-signatures=yes;exchange=no  | sign=yes;demand-signatures=yes;exchange=yes | its secret |
      | sign=yes;demand-signatures=yes;exchange=yes | sign=yes;demand-signatures=no;exchange=no   | its secret |
      | sign=yes;demand-signatures=yes;exchange=yes | sign=yes;demand-signatures=no;exchange=yes  | a token    |
      | sign=yes;demand-signatures=yes;exchange=yes | sign=yes;demand-signatures=yes;exchange=no  | its secret |
      | sign=yes;demand-signatures=yes;exchange=yes | sign=yes;demand-signatures=yes;exchange=yes | a token    |

  @negative @OCM-SIG-06 @OCM-DEF-09 @OCM-ACC-09 @OCM-TOKEN-11
  Scenario Outline: From <from> to <to>, read by <what>, and the answer is not heard
    Given alpha runs reference/1.5[<from>]
    And beta runs reference/1.5[<to>]
    When alice shares report.txt with bob
    And bob accepts report.txt
    Then bob can read report.txt
    And beta has opened report.txt by <what>
    And alice sees that bob has not answered report.txt

    Examples:
      | from                                        | to                                         | what       |
      | sign=no;demand-signatures=yes;exchange=no   | sign=no;demand-signatures=no;exchange=no   | its secret |
      | sign=no;demand-signatures=yes;exchange=no   | sign=no;demand-signatures=no;exchange=yes  | its secret |
      | sign=no;demand-signatures=yes;exchange=yes  | sign=no;demand-signatures=no;exchange=no   | its secret |
      | sign=no;demand-signatures=yes;exchange=yes  | sign=no;demand-signatures=no;exchange=yes  | its secret |
      | sign=yes;demand-signatures=yes;exchange=no  | sign=no;demand-signatures=no;exchange=no   | its secret |
      | sign=yes;demand-signatures=yes;exchange=no  | sign=no;demand-signatures=no;exchange=yes  | its secret |
      | sign=yes;demand-signatures=yes;exchange=no  | sign=no;demand-signatures=yes;exchange=no  | its secret |
      | sign=yes;demand-signatures=yes;exchange=no  | sign=no;demand-signatures=yes;exchange=yes | its secret |
      | sign=yes;demand-signatures=yes;exchange=yes | sign=no;demand-signatures=no;exchange=no   | its secret |
      | sign=yes;demand-signatures=yes;exchange=yes | sign=no;demand-signatures=no;exchange=yes  | its secret |
      | sign=yes;demand-signatures=yes;exchange=yes | sign=no;demand-signatures=yes;exchange=no  | its secret |
      | sign=yes;demand-signatures=yes;exchange=yes | sign=no;demand-signatures=yes;exchange=yes | its secret |

  @negative @OCM-SIG-06 @OCM-DEF-09
  Scenario Outline: From <from> to <to>, refused
    Given alpha runs reference/1.5[<from>]
    And beta runs reference/1.5[<to>]
    When alice shares report.txt with bob
    Then alice is refused
    And alice is told about signatures
    And alice shares nothing
    And bob sees nothing

    Examples:
      | from                                       | to                                          |
      | sign=no;demand-signatures=no;exchange=no   | sign=no;demand-signatures=yes;exchange=no   |
      | sign=no;demand-signatures=no;exchange=no   | sign=no;demand-signatures=yes;exchange=yes  |
      | sign=no;demand-signatures=no;exchange=no   | sign=yes;demand-signatures=yes;exchange=no  |
      | sign=no;demand-signatures=no;exchange=no   | sign=yes;demand-signatures=yes;exchange=yes |
      | sign=no;demand-signatures=no;exchange=yes  | sign=no;demand-signatures=yes;exchange=no   |
      | sign=no;demand-signatures=no;exchange=yes  | sign=no;demand-signatures=yes;exchange=yes  |
      | sign=no;demand-signatures=no;exchange=yes  | sign=yes;demand-signatures=yes;exchange=no  |
      | sign=no;demand-signatures=no;exchange=yes  | sign=yes;demand-signatures=yes;exchange=yes |
      | sign=no;demand-signatures=yes;exchange=no  | sign=no;demand-signatures=yes;exchange=no   |
      | sign=no;demand-signatures=yes;exchange=no  | sign=no;demand-signatures=yes;exchange=yes  |
      | sign=no;demand-signatures=yes;exchange=no  | sign=yes;demand-signatures=yes;exchange=no  |
      | sign=no;demand-signatures=yes;exchange=no  | sign=yes;demand-signatures=yes;exchange=yes |
      | sign=no;demand-signatures=yes;exchange=yes | sign=no;demand-signatures=yes;exchange=no   |
      | sign=no;demand-signatures=yes;exchange=yes | sign=no;demand-signatures=yes;exchange=yes  |
      | sign=no;demand-signatures=yes;exchange=yes | sign=yes;demand-signatures=yes;exchange=no  |
      | sign=no;demand-signatures=yes;exchange=yes | sign=yes;demand-signatures=yes;exchange=yes |
