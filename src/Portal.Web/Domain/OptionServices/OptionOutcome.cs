using Portal.Rules.OptionServices;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.OptionServices;

public abstract record OptionOutcome
{
    private OptionOutcome()
    {
    }

    /// <summary>The network is, or will be, told.</summary>
    public sealed record Saved : OptionOutcome;

    public sealed record Unchanged : OptionOutcome;

    /// <summary>Saved by somebody else since the form was opened (SAFE-1).</summary>
    /// <param name="Row">As it is now.</param>
    public sealed record Elsewhere(OptionSetting Row) : OptionOutcome;

    /// <summary>One of two services would never do anything.</summary>
    public sealed record Conflicts(OptionConflict Conflict) : OptionOutcome;

    /// <summary>No such number, or none that this account sets.</summary>
    public sealed record NotFound : OptionOutcome;
}

public enum CallOutcome
{
    Requested,

    /// <summary>Enough for this minute.</summary>
    TooMany,

    /// <summary>The service is off.</summary>
    Off,

    /// <summary>No network is connected.</summary>
    NotConnected,

    /// <summary>No such number or favourite, or none of this account's.</summary>
    NotFound,
}
