using Portal.Rules.SecondFactors;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Factors;

namespace Portal.Web.Domain.Accounts.Passkeys;

/// <summary>A passkey as the step after the password, judged where all second factors are.</summary>
public sealed class PasskeySecondStep(SecondSteps steps, PasskeyAssertions assertions)
{
    /// <summary>Asks for a passkey of the account whose password was right.</summary>
    public Task<CeremonyOffer> OfferAsync(SignInAttempt attempt, string browser)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return assertions.OfferAsync(Binding(attempt), browser, attempt.User);
    }

    public Task<CodeOutcome> EnterAsync(SignInAttempt attempt, PasskeyAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return steps.EnterAsync(attempt, FactorMethod.Passkey, async _ =>
            await assertions.VerifyAsync(answer, Binding(attempt)) is AssertionVerdict.Fails fails
                ? new CodeCheck(CodeVerdict.Wrong, Guesses: 0, fails.Reason, fails.Why)
                : new CodeCheck(CodeVerdict.Right));
    }

    private static CeremonyBinding Binding(SignInAttempt attempt) => new(PasskeyPurpose.SignIn, attempt.UserId, attempt.Id);
}
