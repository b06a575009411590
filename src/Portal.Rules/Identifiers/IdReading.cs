namespace Portal.Rules.Identifiers;

/// <summary>What is wrong with a name that people type to say who or what they mean.</summary>
public enum IdFault
{
    /// <summary>There is none.</summary>
    Missing,

    /// <summary>It is longer than any.</summary>
    TooLong,

    /// <summary>It does not look like one here.</summary>
    WrongForm,
}

/// <summary>A login ID or a contract number as it was understood.</summary>
/// <param name="Text">As it is stored; beside a fault what is nearest to it.</param>
/// <param name="Fault">Null where it is one.</param>
public sealed record IdReading(string Text, IdFault? Fault);
