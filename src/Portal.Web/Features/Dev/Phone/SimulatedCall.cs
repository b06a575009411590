using System.Globalization;
using Portal.Rules.Text;

namespace Portal.Web.Features.Dev.Phone;

/// <param name="Tenant">Whose number is dialled.</param>
/// <param name="Number">What the network tells of the caller; "anonymous" where it is withheld.</param>
public sealed record SimulatedCaller(string Tenant, string Number)
{
    public string Key => Tenant + "/" + Number;
}

/// <param name="IsCaller">Keys that were pressed; else an announcement.</param>
public sealed record HeardLine(bool IsCaller, string Text, string Language);

/// <summary>A call as the provider knows it: what was said, and what the last answer waits for.</summary>
/// <param name="Next">Where keys go; null when the call is over.</param>
/// <param name="Silence">Where it goes on when no key is pressed.</param>
/// <param name="Most">After so many keys nothing more is waited for.</param>
/// <param name="Finish">The key that closes an entry.</param>
public sealed record SimulatedCall(string Id, SimulatedCaller Caller, Uri? Next, Uri? Silence, int? Most, string Finish,
    IReadOnlyList<HeardLine> Heard)
{
    public bool IsOver => Next is null;

    /// <summary>Whether the entry is complete with these keys.</summary>
    public bool Takes(string keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return keys.Length >= Most || keys.EndsWith(Finish, StringComparison.Ordinal);
    }

    /// <summary>What of the keys is handed over.</summary>
    public string Digits(string keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var typed = keys.Split(Finish)[0];
        return Shortened.AtCodePoint(typed, Most ?? typed.Length);
    }

    public SimulatedCall Saying(bool isCaller, string text, string? language = null) =>
        this with { Heard = [.. Heard, new HeardLine(isCaller, text, language ?? CultureInfo.CurrentUICulture.Name)] };

    public SimulatedCall Ended() => this with { Next = null, Silence = null };
}
