namespace Portal.Rules.OptionServices;

/// <summary>What a caller hears first.</summary>
public enum VoicemailGreeting
{
    /// <summary>One sentence for everybody.</summary>
    Standard,

    /// <summary>Says the number that was called.</summary>
    WithNumber,

    /// <summary>What the user has recorded by telephone.</summary>
    Own,
}
