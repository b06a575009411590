using Portal.Rules.Telephony;

namespace Portal.Web.Domain.Telephony;

/// <summary>What a voice provider posts of a call, after its signature was found right.</summary>
/// <param name="CallId">The provider's id of the call.</param>
/// <param name="From">The calling number as the network tells it; a hint, no proof (IV-W04).</param>
/// <param name="Turn">Which answer it follows; 0 for the first post of a call.</param>
/// <param name="Digits">The keys; empty where none was pressed.</param>
/// <param name="IsOver">The provider tells that the caller has hung up.</param>
public sealed record VoicePost(string CallId, string? From, int Turn, string Digits, bool IsOver)
{
    /// <summary>Keeps the digits out of logs (IV-W08).</summary>
    public override string ToString() => nameof(VoicePost);
}

public abstract record VoiceOutcome
{
    private VoiceOutcome()
    {
    }

    /// <summary>Out of step, too late, or of a call that is over: nothing has come of it.</summary>
    public sealed record Refused : VoiceOutcome;

    /// <summary>From no line that is known; whatever the number, it hears the same (EN-11).</summary>
    public sealed record UnknownLine : VoiceOutcome;

    /// <summary>The caller has hung up.</summary>
    public sealed record HungUp : VoiceOutcome;

    /// <param name="Turn">The next post says that it follows this one.</param>
    /// <param name="Target">Whose password it is about, national digits; null before that is known.</param>
    /// <param name="Unit">By which unit the contract signs in, for the caller who chose another one.</param>
    public sealed record Answer(int Turn, CallStep Step, CallRemark Remark, DigitWeakness? Weakness, string? Target,
        AuthenticationUnit? Chosen, AuthenticationUnit? Unit) : VoiceOutcome;
}
