using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Memberships;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Features.Operators.Index;
using Portal.Web.Features.Shared.Details;
using Portal.Web.Forms;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Operators.Registrations;

/// <summary>
/// Turns the registration form into the account to be, as far as the tenant offers its parts and the one who registers
/// may grant them.
/// </summary>
public sealed class RegistrationInput(
    Delegates delegates,
    RegistrationService registration,
    NewLoginIds loginIds,
    FactorRequirement factors,
    ContractNames contracts,
    MembershipService memberships,
    OperatorInput input,
    OperatorWords words,
    KeywordInput keywords)
{
    private const string Purpose = "register";

    public FormReader Reader() => input.Reader();

    /// <summary>What the page shows and the browser does not decide.</summary>
    public async Task<RegistrationForm> FillAsync(RegistrationForm form, PortalUser who)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(who);
        form.Words = words.Details;
        form.LoginId = words.IsPair ? who.UserName : form.LoginId;
        form.Room = await registration.RoomAsync(who.ContractId!.Value, words.IsPair ? who.UserName : null);
        form.Contract = words.Invites && !words.IsPair ? await contracts.OfAsync(who) : null;
        form.Elsewhere = await memberships.ElsewhereAsync(who);
        form.MayGrantRole = delegates.MayInContract(who, DelegatedAct.GrantRole);
        form.MayRequireFactor = factors.IsOpen && !words.IsPair && words.Invites;
        (form.Administrator, form.RequireFactor) = (form.Administrator && form.MayGrantRole, form.RequireFactor && form.MayRequireFactor);
        return form;
    }

    public async Task<NewAccount> ReadAsync(RegistrationForm form, PortalUser who, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(reader);
        var email = words.HasField("email") ? DetailsInput.Email(form.Email, reader, required: words.Invites) : null;
        var details = input.Details(form, new AccountDetails(), reader);
        var keyword = Keyword(form, reader);
        var loginId = await LoginIdAsync(form, email, who, reader);
        return new NewAccount(words.Profile.Door, loginId, form.Administrator ? AccountRole.Manager : AccountRole.Member,
            who.ContractId!.Value, details, email, keyword)
        {
            // Whoever makes a manager passes on what it may do itself, and no more (CONT-5).
            Permissions = form.Administrator ? UserPermissions.Of(who) : null,
            MustHaveSecondFactor = form.RequireFactor,
        };
    }

    /// <summary>The form as it was understood, for the check page.</summary>
    public void Show(RegistrationForm form, NewAccount account)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(account);
        form.Show(account.Details);
        (form.LoginId, form.Email) = (account.LoginId, account.Email);
        keywords.Seal(form, Purpose, account.Keyword);
    }

    private Task<string> LoginIdAsync(RegistrationForm form, string? email, PortalUser who, FormReader reader) => words.IsPair
        ? Task.FromResult(who.UserName!)
        : loginIds.ReadAsync(words.Profile, form.LoginId, email, who.ContractId!.Value, reader);

    /// <summary>The keyword of the form; null where there is none, or none that is fit.</summary>
    public string? Keyword(RegistrationForm form, FormReader reader) =>
        words.HasField("keyword") ? keywords.Read(form, Purpose, reader) : null;
}
