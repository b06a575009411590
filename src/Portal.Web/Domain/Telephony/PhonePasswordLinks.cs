using Microsoft.EntityFrameworkCore;
using Portal.Rules.Standing;
using Portal.Rules.TemporaryPasswords;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.MailedLinks;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Telephony;

/// <summary>A temporary password that was set by a call and waits for its owner.</summary>
/// <param name="Call">The call that set it; it keeps the hash meanwhile.</param>
public sealed record AskedPhonePassword(SecurityLink Link, PhoneCall Call)
{
    public PortalUser User => Link.User!;
}

/// <summary>
/// Where the tenant wants it, a temporary password that was set by a call works only when its owner has confirmed it
/// from a mail: a calling number can be forged (IV-W04). Until then nothing about the account has changed, neither its
/// lock nor an earlier temporary password.
/// </summary>
public sealed class PhonePasswordLinks(PortalDbContext db, AccountLocks locks, SecurityLinks links, IMailAllowance mails,
    TemporaryPasswordService temporary, CurrentTenant tenant, TimeProvider clock)
{
    /// <summary>Makes the link for the mail that asks; an earlier call's waits no longer.</summary>
    /// <param name="user">Of the number; the caller holds its contract's lock.</param>
    /// <returns>False where no mail can ask: no address, or its mailbox has had enough of them (ML-08).</returns>
    public async Task<bool> AskAsync(PhoneCall call, PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(user);
        if (user.Email is not { Length: > 0 } email || !await mails.AllowsAsync(MailCap.Recovery, user, email))
        {
            return false;
        }

        await ForgetAsync(call);
        await links.IssueAsync(user, LinkPurpose.PhonePassword, tenant.Value.LinkLife, email, call.Id);
        return true;
    }

    /// <summary>What a living link is about; null for every other one (EN-09). Changes nothing.</summary>
    public async Task<AskedPhonePassword?> FindAsync(string? token)
    {
        if (!tenant.Value.TemporaryPasswords.ByPhone || await links.FindAsync(token, LinkPurpose.PhonePassword) is not { } link)
        {
            return null;
        }

        var call = await db.PhoneCalls.SingleOrDefaultAsync(row => row.Id == link.AboutId);
        return call is not null && StillHolds(link, call) ? new AskedPhonePassword(link, call) : null;
    }

    /// <summary>It is the owner's: from now on it works, as one by phone does without being asked for.</summary>
    /// <returns>False when something was faster: another request, another call, another state of the account.</returns>
    public async Task<bool> ConfirmAsync(AskedPhonePassword asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var (link, call, user) = (asked.Link, asked.Call, asked.User);
        await locks.AllAsync(user);
        await db.Entry(call).ReloadAsync();
        await db.Entry(user.Contract!).ReloadAsync();
        if (!links.IsOfThisState(link) || !StillHolds(link, call) || !await links.UseAsync(link))
        {
            return false;
        }

        user.Contract!.AuthenticationUnit ??= call.Unit;
        await temporary.IssueAsync(user.Id, new PreparedPassword("", call.EntryHash!), TemporaryPasswordOrigin.Phone);
        call.EntryHash = null;
        return true;
    }

    private bool StillHolds(SecurityLink link, PhoneCall call) => call.EntryHash is not null
        && link.User is { Contract: { } contract } user
        && (contract.AuthenticationUnit ?? call.Unit) == call.Unit
        && AccountStandings.Of(user, tenant.Value, clock.GetUtcNow()) == AccountStanding.Good;

    private Task<int> ForgetAsync(PhoneCall call) => db.PhoneCalls
        .Where(row => row.ContractId == call.ContractId && row.Target == call.Target && row.Id != call.Id && row.EndedAt != null
            && row.EntryHash != null)
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.EntryHash, (string?)null));
}
