namespace Portal.Rules.Imports;

/// <summary>What is wrong with a cell.</summary>
public enum ImportFault
{
    /// <summary>It is empty and must not be.</summary>
    Missing,

    /// <summary>The argument is how long it may be.</summary>
    TooLong,

    /// <summary>It has characters that no such text has.</summary>
    WrongText,

    /// <summary>A reading that is not in kana.</summary>
    NotKana,

    /// <summary>No e-mail address.</summary>
    NotAnAddress,

    /// <summary>No ID as this tenant has them.</summary>
    WrongId,

    /// <summary>None of the words that are understood; the argument names them.</summary>
    WrongChoice,

    /// <summary>No date.</summary>
    NotADate,

    /// <summary>No number from 1; the argument is the largest.</summary>
    NotANumber,

    /// <summary>A password hash of no known format.</summary>
    UnknownHash,

    /// <summary>A password hash that is cut off or damaged.</summary>
    BrokenHash,

    /// <summary>A password hash that would hold up everybody's sign-in.</summary>
    CostlyHash,

    /// <summary>It stands in the file twice; the argument is the first row.</summary>
    Twice,

    /// <summary>It is stored already.</summary>
    Taken,

    /// <summary>There is no contract of that number.</summary>
    NoContract,

    /// <summary>The contract has as many IDs as it may; the argument is how many.</summary>
    ContractFull,

    /// <summary>It says something else than an earlier row of the same contract; the argument is that row.</summary>
    Differs,

    /// <summary>Something stands beside the columns that have a heading.</summary>
    MoreCells,

    /// <summary>No contract number as this tenant has them.</summary>
    WrongNumber,

    /// <summary>Nobody of the contract may be in, who could be told.</summary>
    NoContact,

    /// <summary>No file of that name came with it.</summary>
    NoFile,

    /// <summary>Several files in different folders have that name.</summary>
    FilesAlike,

    /// <summary>A file that no row names; the argument is its name.</summary>
    FileUnused,

    /// <summary>The file is an archive itself; nobody would look into it.</summary>
    FilePacked,

    /// <summary>The file would not be taken by itself; the argument is the refusal, a slash and the name.</summary>
    FileRefused,

    /// <summary>The file waited so long, or was refused by a scanner meanwhile, that it is gone.</summary>
    FileGone,

    /// <summary>Users are one another's equals here.</summary>
    NoManagers,

    /// <summary>The contract has its one administrator ID, or another row brings it.</summary>
    OneManager,

    /// <summary>The login ID has as many users as it may; the argument is how many.</summary>
    LoginIdFull,

    /// <summary>The contract's people share another login ID; the argument is that one.</summary>
    OtherLoginId,

    /// <summary>The login ID is another contract's; the argument is that one's number.</summary>
    LoginIdElsewhere,

    /// <summary>No telephone number, where lines go by theirs.</summary>
    NotAPhoneNumber,

    /// <summary>A day before anything began; the argument is the first that is taken.</summary>
    DayTooEarly,

    /// <summary>A day that nobody plans for; the argument is the last that is taken.</summary>
    DayTooLate,
}

/// <summary>One thing that is wrong with a file.</summary>
/// <param name="Row">Its number as the spreadsheet shows it.</param>
/// <param name="Column">None where it is the row as a whole.</param>
/// <param name="Fault">What it is.</param>
/// <param name="Argument">What its sentence names; empty where it names nothing.</param>
public sealed record ImportProblem(int Row, MoveInColumn Column, ImportFault Fault, string Argument = "");
