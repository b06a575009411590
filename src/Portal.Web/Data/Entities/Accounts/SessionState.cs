namespace Portal.Web.Data.Entities;

public enum SessionState
{
    Full,

    /// <summary>Serves the forced change and sign-out alone (TEMP-6).</summary>
    ChangeOnly,

    /// <summary>
    /// Serves the set-up of a second factor and sign-out alone, because
    /// the policy demands a factor and the account has none (MFA-7).
    /// </summary>
    EnrolOnly,
}
