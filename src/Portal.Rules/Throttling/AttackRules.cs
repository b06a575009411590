namespace Portal.Rules.Throttling;

/// <summary>By what failed sign-ins are added up.</summary>
public enum FailureSource
{
    /// <summary>A network address, over all tenants and accounts: one machine tries many.</summary>
    Address,

    /// <summary>A login ID of one tenant, over all addresses: many machines try one.</summary>
    Account,
}

/// <summary>Failed sign-ins of one source in <see cref="AttackRules.Window"/>.</summary>
/// <param name="Source">By what they are added up.</param>
/// <param name="Tenant">Of an account; empty for an address.</param>
/// <param name="Name">The address, or the login ID as the log has it.</param>
/// <param name="Failures">How many; 1 or more.</param>
public sealed record FailureTally(FailureSource Source, Guid Tenant, string Name, int Failures);

/// <summary>What looks like an attack now; the most frequent first.</summary>
/// <param name="Addresses">At most <see cref="AttackRules.Shown"/>.</param>
/// <param name="Accounts">Likewise.</param>
public sealed record AttackSigns(IReadOnlyList<FailureTally> Addresses, IReadOnlyList<FailureTally> Accounts)
{
    /// <summary>Something is above its threshold.</summary>
    public bool IsUnderWay => Addresses.Count + Accounts.Count > 0;
}

/// <summary>When failed sign-ins are more than forgetfulness (ADMIN-9, CG-13, CG-15).</summary>
public static class AttackRules
{
    /// <summary>Failures from one address: below, it may be an office on a Monday.</summary>
    public const int FromAddress = 20;

    /// <summary>Failures of one login ID: twice what locks it in the strictest of usual policies.</summary>
    public const int OfAccount = 10;

    /// <summary>More than a few are a list.</summary>
    public const int Shown = 5;

    /// <summary>How far back failures count.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>From how many failures on a source is an attacker, or attacked.</summary>
    /// <param name="source">By what they are added up.</param>
    public static int Threshold(FailureSource source) => source == FailureSource.Address ? FromAddress : OfAccount;

    /// <param name="tallies">Each source once.</param>
    public static AttackSigns Of(IEnumerable<FailureTally> tallies)
    {
        ArgumentNullException.ThrowIfNull(tallies);
        var above = tallies.Where(tally => tally.Name.Length > 0 && tally.Failures >= Threshold(tally.Source))
            .OrderByDescending(tally => tally.Failures).ThenBy(tally => tally.Name, StringComparer.Ordinal).ToLookup(tally => tally.Source);
        return new AttackSigns([.. above[FailureSource.Address].Take(Shown)], [.. above[FailureSource.Account].Take(Shown)]);
    }
}
