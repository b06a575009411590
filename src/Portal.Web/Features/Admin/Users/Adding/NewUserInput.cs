using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Features.Shared.Details;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Admin.Users.Adding;

/// <summary>
/// Turns the form into the account to be, as far as the tenant offers its parts: what its managers type, and what only
/// the staff decides.
/// </summary>
public sealed class NewUserInput(StaffReach reach, DetailsInput details, NewLoginIds loginIds, NewUserRooms rooms,
    FactorRequirement factors, FormWords formWords, IStringLocalizer<AdminText> text)
{
    private static readonly ReasonField Reason = new();

    public FormReader Reader(NewUserForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return formWords.Reader(field => field switch
        {
            nameof(form.Reason) => text["Reason"].Value,
            nameof(form.LoginId) => Id(form),
            _ => form.Words.Label(field),
        });
    }

    /// <summary>What the tenant calls what its people sign in with.</summary>
    public static string Id(NewUserForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Words.IsPair
            ? form.Target.Tenant.Door(form.Profile.Door).Identifier.Label.ToString()
            : form.Profile.Id.ToString();
    }

    /// <summary>What the page shows and the browser does not decide.</summary>
    public Task<NewUserForm> FillAsync(NewUserForm form, ContractTarget target)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(target);
        var (tenant, contract) = target;
        return reach.InsideAsync(tenant, async () =>
        {
            var profile = tenant.Profile.Operators!;
            (form.Target, form.Profile, form.Words) = (target, profile, details.Words(tenant));
            form.Invites = StaffActs.FirstPasswordOf(tenant) == FirstPassword.Invitation;
            form.Room = await rooms.AskAsync(tenant, contract);
            form.LoginId ??= form.Room.Choices.Count > 0 ? form.Room.Choices[0] : null;
            form.MayRequireFactor = factors.IsOpen && form.Words is { IsPair: false, Invites: true };
            (form.Administrator, form.RequireFactor) =
                (form.Administrator && form.Room.HasManagers, form.RequireFactor && form.MayRequireFactor);
            return form;
        });
    }

    public Task<EnteredUser> ReadAsync(NewUserForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        return reach.InsideAsync(form.Target.Tenant, async () =>
        {
            var (words, contract) = (form.Words, form.Target.Contract);
            var email = words.HasField("email") ? DetailsInput.Email(form.Email, reader, required: form.Invites || words.IsPair) : null;
            var entered = details.Read(words, form, new AccountDetails(), reader);
            var loginId = words.IsPair
                ? reader.Read(new ChoiceField(form.Room.Shared.Contains), NewLoginIds.Field, form.LoginId) ?? form.Room.Shared[0]
                : await loginIds.ReadAsync(form.Profile, form.LoginId, email, contract.Id, reader);
            var reason = reader.Read(Reason, nameof(form.Reason), form.Reason);
            var role = form.Administrator ? AccountRole.Manager : AccountRole.Member;
            return new EnteredUser(new NewAccount(form.Profile.Door, loginId, role, contract.Id, entered, email)
            {
                MustHaveSecondFactor = form.RequireFactor,
            }, reason);
        });
    }

    /// <summary>The form as it was understood, for the check page.</summary>
    public static void Show(NewUserForm form, EnteredUser entered)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(entered);
        var (account, reason) = entered;
        form.Show(account.Details);
        (form.LoginId, form.Email, form.Reason) = (account.LoginId, account.Email, reason);
        form.Understood = DetailsComparison.Of(form.Words, account.Details, new AccountDetails());
    }
}
