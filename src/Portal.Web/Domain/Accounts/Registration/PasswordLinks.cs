using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Recovery;

namespace Portal.Web.Domain.Accounts.Registration;

/// <summary>
/// The link by which somebody sets a password of its own, sent for it by the provider: a reset, or another invitation
/// for whoever has none yet (ADMIN-2).
/// </summary>
public sealed class PasswordLinks(ResetService resets, InvitationService invitations)
{
    /// <param name="user">With its contract.</param>
    /// <param name="reason">Why, where it is asked for.</param>
    public async Task<ResetStart> SendAsync(PortalUser user, string? reason)
    {
        ArgumentNullException.ThrowIfNull(user);
        return !IsPending(user) ? await resets.StartAsync(user, reason)
            : await invitations.InviteAsync(user, reason) is null ? ResetStart.TooManyMails
            : ResetStart.Sent;
    }

    /// <summary>
    /// A new address ends the link that went to the former one: who has no password yet is invited anew, so that a
    /// mistyped address is corrected in one step (CONT-2, ADMIN-4). Runs inside the current transaction.
    /// </summary>
    /// <param name="user">With the new address.</param>
    public async Task FollowAddressAsync(PortalUser user, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (IsPending(user))
        {
            await invitations.InviteAsync(user, reason);
        }
    }

    private static bool IsPending(PortalUser user) =>
        user is { PasswordHash: null, InvitedAt: not null, DisabledAt: null, Email: not (null or "") };
}
