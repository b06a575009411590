using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Features.Shared.Details;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Admin.Users.Edits;

/// <summary>
/// The details of a user as its tenant has them, in forms of the staff: the same fields that its managers change.
/// </summary>
public sealed class UserDetailsInput(DetailsInput details, StaffReach reach, FormWords formWords, IStringLocalizer<AdminText> text)
{
    private static readonly ReasonField Reason = new();

    public FormReader Reader(UserDetailsForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return formWords.Reader(field => field == nameof(form.Reason) ? text["Reason"].Value : form.Words.Label(field));
    }

    /// <summary>What the page shows and the browser does not decide.</summary>
    public UserDetailsForm Fill(UserDetailsForm form, UserTarget target)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(target);
        var (tenant, user) = (target.Tenant, target.User);
        var door = tenant.Door(user.Door);
        (form.Target, form.Words) = (target, details.Words(tenant));

        // What was never there is not to be found out for something else that is corrected; what is there stays.
        (form.MayLackFamilyName, form.MayLackGivenName) = (user.FamilyName.Length == 0, user.GivenName.Length == 0);

        // Where agents have no other way into an account, the address is none either: a link to it sets a password.
        var hasEmail = form.Words.HasField("email");
        form.OffersEmail = hasEmail
            && StaffRules.MayChangeAddresses(reach.Actor, tenant.Id, tenant.TemporaryPasswords.ByStaff);
        form.LeavesEmail = hasEmail && !form.OffersEmail;
        form.EmailSignsIn = door.Second is not null || door.Identifier.Kind == IdentifierKind.Email;

        // Who never had an address is not to be given one with the name that is corrected.
        form.NeedsEmail = user.Email is { Length: > 0 } && (form.EmailSignsIn || form.Words.Invites);
        return form;
    }

    public EnteredDetails Read(UserDetailsForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        var user = form.Target.User;
        var entered = details.Read(form.Words, form, AccountDetails.Of(user), reader);
        var email = form.OffersEmail ? DetailsInput.Email(form.Email, reader, form.NeedsEmail) : user.Email;
        return new EnteredDetails(entered, email, reader.Read(Reason, nameof(form.Reason), form.Reason));
    }

    /// <summary>The form as it was understood, beside what is stored.</summary>
    public void Show(UserDetailsForm form, EnteredDetails entered)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(entered);
        form.Show(entered.Details);
        (form.Email, form.Reason) = (entered.Email, entered.Reason);
        form.Compared = Compare(form, entered, form.Target.User);
    }

    public IReadOnlyList<ComparedField> Compare(UserDetailsForm form, EnteredDetails own, PortalUser other)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(own);
        return
        [
            .. DetailsComparison.Of(form.Words, own.Details, AccountDetails.Of(other)),
            .. form.OffersEmail
                ? [new ComparedField(nameof(form.Email), form.Words.Label("Email"), Readable(own.Email), Readable(other.Email))
                {
                    Sent = [own.Email ?? ""],
                }]
                : Array.Empty<ComparedField>(),
        ];
    }

    private static string Readable(string? email) => EmailAddress.Readable(email) ?? "";
}
