namespace Portal.Rules.LinkedAdministrators;

/// <summary>Whose consent to the mail-migration terms is asked (LINK-3).</summary>
/// <param name="MailDomain">The provider's own mail domain.</param>
/// <param name="AccountsBefore">Older accounts alone are asked.</param>
/// <param name="Version">Of the text; a newer one is asked anew.</param>
public sealed record ConsentPolicy(string MailDomain, DateTimeOffset AccountsBefore, string Version);

/// <summary>Whether somebody has to agree before anything else.</summary>
public static class ConsentRules
{
    /// <summary>Is this one of the accounts that are asked at all?</summary>
    /// <param name="policy">Null where nobody is.</param>
    /// <param name="address">Its e-mail address; null where it has none.</param>
    /// <param name="createdAt">How old it is.</param>
    public static bool Concerns(ConsentPolicy? policy, string? address, DateTimeOffset createdAt) =>
        policy is not null && createdAt < policy.AccountsBefore
        && address?.EndsWith("@" + policy.MailDomain, StringComparison.OrdinalIgnoreCase) == true;
}
