namespace Portal.Rules.TemporaryPasswords;

/// <summary>The life of a temporary password (TEMP-5, TR-16).</summary>
public static class TemporaryPasswordRules
{
    /// <summary>
    /// A new one. The caller ends the former (<see cref="End"/>), releases the lockout, and makes the old password void
    /// where <see cref="VoidsOldPassword"/> says so.
    /// </summary>
    /// <param name="origin">How it comes about.</param>
    /// <param name="policy">The tenant's policy.</param>
    /// <param name="now">The present, on the database's clock.</param>
    public static TemporaryPasswordState Issue(TemporaryPasswordOrigin origin, TemporaryPasswordPolicy policy, DateTimeOffset now) =>
        new(origin, now, now + policy.Life, 0, null);

    /// <summary>True while it lets one in: not ended, not expired, tries left.</summary>
    /// <param name="state">The temporary password.</param>
    /// <param name="policy">The tenant's policy.</param>
    /// <param name="now">The present, on the database's clock.</param>
    public static bool IsLive(TemporaryPasswordState state, TemporaryPasswordPolicy policy, DateTimeOffset now) =>
        state.EndedAt is null && now < state.ExpiresAt && state.WrongTries < policy.Tries;

    /// <summary>Counts a wrong try; the policy's last one ends it for good. One that is dead stays as it is.</summary>
    /// <param name="state">The temporary password.</param>
    /// <param name="policy">The tenant's policy.</param>
    /// <param name="now">The present, on the database's clock.</param>
    public static TemporaryPasswordState Miss(TemporaryPasswordState state, TemporaryPasswordPolicy policy, DateTimeOffset now)
    {
        if (!IsLive(state, policy, now))
        {
            return state;
        }

        var wrong = state.WrongTries + 1;
        return state with { WrongTries = wrong, EndedAt = wrong >= policy.Tries ? now : null };
    }

    /// <summary>It was typed right: the wrong tries start anew. Only for one that lives.</summary>
    /// <param name="state">The temporary password.</param>
    public static TemporaryPasswordState Hit(TemporaryPasswordState state) => state with { WrongTries = 0 };

    /// <summary>
    /// A password was set with it, or another one was issued: it is dead for good. The first end stays.
    /// </summary>
    /// <param name="state">The temporary password.</param>
    /// <param name="now">The present, on the database's clock.</param>
    public static TemporaryPasswordState End(TemporaryPasswordState state, DateTimeOffset now) =>
        state with { EndedAt = state.EndedAt ?? now };

    /// <summary>
    /// True where issuing makes the old password void at once. By phone it does not, so that a forged call locks nobody
    /// out (TEMP-5, defaults.md).
    /// </summary>
    /// <param name="origin">How it comes about.</param>
    public static bool VoidsOldPassword(TemporaryPasswordOrigin origin) => origin != TemporaryPasswordOrigin.Phone;
}
