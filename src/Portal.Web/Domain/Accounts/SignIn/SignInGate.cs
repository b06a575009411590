using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Domain.Accounts.Throttling;

namespace Portal.Web.Domain.Accounts.SignIn;

/// <summary>
/// Everything before a password is looked at: how often the network address has failed, and the turn in the lane of the
/// login ID, which is the same whether it exists or not (EN-02, EN-15). Browsers that the account knows have lanes and
/// places of their own and are not throttled, so that strangers cannot keep its owner waiting (LOCK-8, CG-11).
/// </summary>
public sealed class SignInGate(KnownBrowsers browsers, AddressThrottle throttle, HashTurns turns)
{
    /// <param name="evaluate">Called when the turn has come, outside any transaction.</param>
    public async Task<SignInOutcome> PassAsync(SignInRequest request, Func<Task<SignInOutcome>> evaluate)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(evaluate);
        if (await browsers.IsKnownAsync(request))
        {
            return await InTurnAsync(HashQueue.Known, request, evaluate);
        }

        var entry = await throttle.EnterAsync(Lane(request));
        if (entry.RetryAfter is { } wait)
        {
            return new SignInOutcome.Throttled(wait);
        }

        var outcome = await InTurnAsync(HashQueue.Strangers, request, evaluate);
        if (outcome is SignInOutcome.Admitted or SignInOutcome.SecondFactorNeeded or SignInOutcome.Proven)
        {
            await throttle.GiveBackAsync(entry);
        }

        return outcome;
    }

    private async Task<SignInOutcome> InTurnAsync(HashQueue queue, SignInRequest request, Func<Task<SignInOutcome>> evaluate)
    {
        using var place = await turns.EnterAsync(queue, Lane(request));
        return place is null ? new SignInOutcome.TooBusy() : await evaluate();
    }

    private static string Lane(SignInRequest request) => $"{request.Door.Key}/{request.Key}";
}
