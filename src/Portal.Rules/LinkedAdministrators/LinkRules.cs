using Portal.Rules.Standing;

namespace Portal.Rules.LinkedAdministrators;

/// <summary>What a link to an administrator ID is good for (LINK-5).</summary>
public static class LinkRules
{
    /// <summary>May the link be opened? Opening is a way in like any other: it asks what signing in asks.</summary>
    /// <param name="facts">Link and administrator ID as they are.</param>
    /// <param name="confirmWithin">How long a link goes on after the password changed; zero or more.</param>
    /// <param name="now">The present.</param>
    public static LinkDecision Decide(LinkFacts facts, TimeSpan confirmWithin, DateTimeOffset now) => facts switch
    {
        { IsAdministrator: false } or { Standing: not AccountStanding.Good } => new LinkDecision.Refused(LinkHindrance.Closed),
        { IsLocked: true } => new LinkDecision.Refused(LinkHindrance.Locked),
        { HasOwnPassword: false } => new LinkDecision.Refused(LinkHindrance.PasswordUnset),
        { AsksFactor: true, ProvedFactor: false } => new LinkDecision.Refused(LinkHindrance.FactorUnproven),
        _ when ConfirmBefore(facts.StaleSince, confirmWithin) is { } until => now < until
            ? new LinkDecision.Opens(until)
            : new LinkDecision.Refused(LinkHindrance.ConfirmationOverdue),
        _ => new LinkDecision.Opens(null),
    };

    /// <summary>
    /// May what the link has opened go on? Locks keep out who tries, not who is in (CG-10); everything else counts with
    /// every request.
    /// </summary>
    /// <param name="standing">Of the administrator ID.</param>
    /// <param name="isAdministrator">It still is one.</param>
    /// <param name="staleSince">When its password changed first since it was entered for this link.</param>
    /// <param name="confirmWithin">How long a link goes on after the password changed.</param>
    /// <param name="now">The present.</param>
    public static bool GoesOn(AccountStanding standing, bool isAdministrator, DateTimeOffset? staleSince,
        TimeSpan confirmWithin, DateTimeOffset now) =>
        standing == AccountStanding.Good && isAdministrator
        && (ConfirmBefore(staleSince, confirmWithin) is not { } until || now < until);

    /// <summary>
    /// Until when a link must be confirmed; null where its password is the one entered last. A second change gives no
    /// more time than the first left.
    /// </summary>
    private static DateTimeOffset? ConfirmBefore(DateTimeOffset? staleSince, TimeSpan within) => staleSince + within;
}
