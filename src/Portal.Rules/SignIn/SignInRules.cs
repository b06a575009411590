using Portal.Rules.Lockout;
using Portal.Rules.Passwords;
using Portal.Rules.Standing;

namespace Portal.Rules.SignIn;

/// <summary>The order in which a sign-in is decided (LOGIN-2 to 4).</summary>
public static class SignInRules
{
    /// <summary>
    /// Decides a sign-in with a password. A void password stops the ordinary password only; a live temporary one still
    /// lets in. A right password on an account that may not sign in counts nothing; a wrong one counts there as
    /// anywhere else, so that the count never tells which of the two it was.
    /// </summary>
    /// <param name="facts">The facts, all gathered whatever the outcome.</param>
    public static SignInDecision Decide(SignInFacts facts) => Barrier(facts) switch
    {
        { } barrier when StandsBeforeThePassword(barrier) => new SignInDecision.Refused(barrier, CountsAsFailure: false),
        { } barrier => new SignInDecision.Refused(barrier, CountsAsFailure: MissesLiveSecret(facts)),
        null when IsRight(facts) => Admit(facts),
        null => new SignInDecision.Refused(ReasonOfMiss(facts), CountsAsFailure: MissesLiveSecret(facts)),
    };

    // The order decides what the audit log calls an attempt to which several reasons apply.
    private static RefusalReason? Barrier(SignInFacts facts) => facts switch
    {
        { AccountExists: false } => RefusalReason.UnknownLoginId,
        { Standing: AccountStanding.TenantSuspended } => RefusalReason.TenantSuspended,
        { Gate: Gate.Locked } => RefusalReason.Locked,
        { Standing: AccountStanding.ContractSuspended } => RefusalReason.ContractSuspended,
        { Standing: AccountStanding.Disabled } => RefusalReason.Disabled,
        { Standing: AccountStanding.ValidityEnded } => RefusalReason.ValidityEnded,
        _ => null,
    };

    // CG-09: at these the match is not looked at, so a locked account tells no guesser that it was right.
    private static bool StandsBeforeThePassword(RefusalReason barrier) =>
        barrier is RefusalReason.UnknownLoginId or RefusalReason.TenantSuspended or RefusalReason.Locked;

    private static SignInDecision Admit(SignInFacts facts)
    {
        var change = Change(facts);
        return facts.SecondFactorRequired ? new SignInDecision.SecondFactor(change) : new SignInDecision.Admitted(change);
    }

    private static ChangeReason? Change(SignInFacts facts) => facts switch
    {
        _ when !IsOrdinary(facts) => ChangeReason.TemporaryPassword,
        { Age: PasswordAgeState.Expired } => ChangeReason.Expired,
        { MustChange: true } => ChangeReason.MustChange,
        _ => null,
    };

    private static RefusalReason ReasonOfMiss(SignInFacts facts) => facts switch
    {
        { Gate: Gate.Voided, HasPassword: true, PasswordMatches: true } => RefusalReason.PasswordVoid,
        _ when HasLiveSecret(facts) => RefusalReason.WrongPassword,
        { HadDeadTemporaryPassword: true } => RefusalReason.TemporaryPasswordDead,
        { HasPassword: false } => RefusalReason.NoPassword,
        _ => RefusalReason.PasswordVoid,
    };

    private static bool MissesLiveSecret(SignInFacts facts) => HasLiveSecret(facts) && !IsRight(facts);

    private static bool HasLiveSecret(SignInFacts facts) => HasLivePassword(facts) || facts.TemporaryPasswordLives;

    private static bool IsRight(SignInFacts facts) => IsOrdinary(facts) || (facts.TemporaryPasswordLives && facts.TemporaryPasswordMatches);

    private static bool IsOrdinary(SignInFacts facts) => HasLivePassword(facts) && facts.PasswordMatches;

    private static bool HasLivePassword(SignInFacts facts) => facts.HasPassword && facts.Gate is not Gate.Voided;
}
