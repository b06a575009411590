using Portal.Rules.Contracts;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Contracts;
using Portal.Web.Domain.Telephony;
using Portal.Web.Features.Shared.Slips;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;
using Portal.Web.Mail;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Admin.Contracts.Letters;

/// <summary>Writes start letters; that one was made is recorded, with whether a password is on it.</summary>
public sealed class StartLetters(StaffReach reach, FirstUsers firstUsers, TenantLinks links, Audit.AuditLog audit, TimeProvider clock)
{
    /// <param name="secret">Null for a letter without a password.</param>
    /// <param name="format">"page" or "pdf".</param>
    /// <returns>Null where numbers sign in and the contract has none: nobody could do what it says.</returns>
    public Task<StartLetter?> WriteAsync(ContractTarget target, OneTimeSecret? secret, string format)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, async () =>
        {
            var (tenant, contract) = (target.Tenant, target.Contract);
            var byNumber = FirstUsers.WayIn(tenant) == FirstPasswordWay.Phone;
            var user = byNumber ? null : await firstUsers.FindAsync(tenant, contract.Id);
            var numbers = byNumber ? await firstUsers.NumbersAsync(contract.Id) : [];
            if (byNumber && numbers.Count == 0)
            {
                return null;
            }

            audit.Record(ContractEvents.LetterPrinted, new AuditSubject(null, contract.Number, contract.Id),
                details: new { format, withPassword = secret is not null });
            var language = contract.Holder!.Language ?? tenant.Profile.DefaultLanguage;
            var words = new MailContext(tenant, links, language, tenant.Zone, clock.GetUtcNow());
            return Write(words, contract, user, numbers, secret);
        });
    }

    private static StartLetter Write(MailContext words, Contract contract, PortalUser? user, IReadOnlyList<LineNumber> numbers,
        OneTimeSecret? secret)
    {
        var address = words.Link(SignInPaths.Login.TrimStart('~')).AbsoluteUri;
        return new StartLetter(words.Language, words.Text<LetterText>("Title"), words.PortalName, Recipient(words, contract.Holder!),
            words.Date(words.Tenant.Zone.DayOf(words.Now)), words.Text<LetterText>("Lead", words.PortalName),
            new LetterFact(words.Text<LetterText>("Address"), address), [.. Facts(words, contract, user, numbers)],
            secret is null ? null : Password(words, user, secret), [.. Steps(words, user, secret is not null)],
            words.Text<LetterText>("Help"),
            [.. words.Tenant.Profile.Contact.Select(line => new LetterFact(line.Label.In(words.Language), line.Value.In(words.Language)))],
            words.Text<LetterText>("Qr"));
    }

    private static IReadOnlyList<string> Recipient(MailContext words, Holder holder) =>
        [.. holder.Address.Split('\n', StringSplitOptions.RemoveEmptyEntries), words.Text<LetterText>("For", holder.Name)];

    private static IEnumerable<LetterFact> Facts(MailContext words, Contract contract, PortalUser? user, IReadOnlyList<LineNumber> numbers)
    {
        var door = FirstUsers.FirstDoor(words.Tenant);
        yield return new(words.Text<LetterText>("ContractNumber"), contract.Number);
        yield return new(words.Text<LetterText>("Service"), contract.Service);
        var label = door.Identifier.Label.In(words.Language);
        if (numbers.Count > 0)
        {
            yield return new(label, string.Join(words.Text<LetterText>("Comma"), numbers.Select(number => E164.Shown(number.Number))));
        }

        if (user is null)
        {
            yield break;
        }

        yield return new(label, user.UserName!);
        if (door.Second is { } second && user.Email is { } email)
        {
            yield return new(second.Label.In(words.Language), EmailAddress.Readable(email));
        }
    }

    private static LetterPassword Password(MailContext words, PortalUser? user, OneTimeSecret secret) => new(
        new LetterFact(words.Text<LetterText>("Password"), secret.Text),
        new LetterFact(words.Text<LetterText>("ValidUntil"), words.Time(PasswordEnd.Of(words.Tenant, user, secret.ExpiresAt).At)),
        words.Text<LetterText>("Digits"));

    /// <summary>What a door asks for beside the password.</summary>
    private static string Asked(MailContext words, DoorProfile door)
    {
        var id = door.Identifier.Label.In(words.Language);
        return door.Second is { } second
            ? words.Text<LetterText>("IdAndSecond", id, second.Label.In(words.Language))
            : words.Text<LetterText>("Id", id);
    }

    /// <summary>How the first password comes about, in the order in which somebody does it.</summary>
    private static IEnumerable<string> Steps(MailContext words, PortalUser? user, bool hasPassword)
    {
        var tenant = words.Tenant;
        var door = FirstUsers.FirstDoor(tenant);
        var id = Asked(words, door);
        string Say(string key, params object[] arguments) => words.Text<LetterText>("Step." + key, arguments);
        switch (FirstUsers.WayIn(tenant))
        {
            case FirstPasswordWay.Phone:
                yield return tenant.Profile.TemporaryPassword?.PhoneNumber is { } call ? Say("Call", call) : Say("CallDesk");
                yield return Say("Open");
                yield return Say("EnterTemporary", id);
                yield return Say("Choose");
                break;
            case FirstPasswordWay.Invitation:
                yield return user?.Email is { } email ? Say("Invited", EmailAddress.Readable(email)) : Say("InvitedByMail");
                yield return tenant.HasReset(door.Key) ? Say("LateReset") : Say("Late");
                yield return Say("Open");
                yield return Say("EnterOwn", id);
                break;
            default:
                yield return Say("Open");
                yield return Say(hasPassword ? "EnterTemporary" : "EnterHandedOver", id);
                yield return Say(hasPassword ? "ChooseAndDestroy" : "ChooseOrAsk");
                break;
        }
    }
}
