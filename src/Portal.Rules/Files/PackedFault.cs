namespace Portal.Rules.Files;

/// <summary>Why an archive that brings files for others is not looked into any further.</summary>
public enum PackedFault
{
    /// <summary>Not one byte of it is an archive as programs write them, or something lies between its parts.</summary>
    NotAnArchive,

    /// <summary>More entries than allowed, folders too.</summary>
    TooManyEntries,

    /// <summary>An entry is locked with a password.</summary>
    Locked,

    /// <summary>A name leads elsewhere: upwards, from the root, over a drive, with a backslash.</summary>
    UnsafeName,

    /// <summary>Two entries differ in their names by case or composition at most.</summary>
    NameTwice,

    /// <summary>Unpacked it is more than allowed, or it cannot be unpacked to its end.</summary>
    TooLarge,
}
