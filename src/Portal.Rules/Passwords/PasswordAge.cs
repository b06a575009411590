namespace Portal.Rules.Passwords;

/// <summary>Expiry by age (PASS-4). Days are spans of 24 hours since the change, not dates of a calendar.</summary>
public static class PasswordAge
{
    /// <summary>How old a password is, to the policy.</summary>
    /// <param name="changedAt">When it was set.</param>
    /// <param name="policy">The tenant's policy.</param>
    /// <param name="now">The present, on the database's clock.</param>
    public static PasswordAgeState Evaluate(DateTimeOffset changedAt, PasswordPolicy policy, DateTimeOffset now)
    {
        var daysLeft = policy.MaximumAgeDays - (now - changedAt).TotalDays;
        return daysLeft switch
        {
            null => new PasswordAgeState.Fresh(),
            <= 0 => new PasswordAgeState.Expired(),
            _ when daysLeft <= policy.WarningDays => new PasswordAgeState.ExpiresSoon((int)Math.Ceiling(daysLeft.Value)),
            _ => new PasswordAgeState.Fresh(),
        };
    }
}
