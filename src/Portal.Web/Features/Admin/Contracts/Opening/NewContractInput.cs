using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Calendars;
using Portal.Rules.Contracts;
using Portal.Rules.Identifiers;
using Portal.Rules.SignIn;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Contracts;
using Portal.Web.Domain.Telephony;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Admin.Contracts.Opening;

/// <summary>Turns the form into the contract to be, as far as the tenant's login scheme asks for its parts.</summary>
public sealed class NewContractInput(PortalDbContext db, StaffReach reach, FormWords words, IStringLocalizer<ContractStaffText> text,
    TimeProvider clock)
{
    private static readonly LineField Service = new(ContractLimits.Service, Required: true);
    private static readonly WholeNumberField Limit = new(1, ContractLimits.Accounts);

    public FormReader Reader(OpeningShape shape) => words.Reader(field => Label(shape, field));

    /// <summary>What people read beside a field: for what signs in, the tenant's own word.</summary>
    public string Label(OpeningShape shape, string field)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return field == nameof(NewContractForm.LoginId) ? shape.Door.Identifier.Label.ToString() : text["Field." + field].Value;
    }

    /// <summary>What the form begins with.</summary>
    /// <param name="of">A contract of the holder who is to have another one.</param>
    public Task<NewContractForm> BeginAsync(PortalTenant tenant, string? of)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return reach.InsideAsync(tenant, async () => new NewContractForm
        {
            Shape = new OpeningShape(tenant),
            Of = of,
            Known = await KnownAsync(ContractNumber.Read(of ?? "")),
            Service = await db.Contracts.OrderByDescending(row => row.StartsOn).Select(row => row.Service).FirstOrDefaultAsync(),
            StartsOn = Typed(tenant.Zone.DayOf(clock.GetUtcNow())),
            AccountLimit = ContractLimits.UsualAccounts.ToString(CultureInfo.InvariantCulture),
        });
    }

    /// <summary>Beside a problem what is nearest to it.</summary>
    public Task<NewContract> ReadAsync(NewContractForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        return reach.InsideAsync(form.Shape.Tenant, async () =>
        {
            var shape = form.Shape;
            var number = reader.Read(new ContractNumberField(shape.NumberFormat), nameof(form.Number), form.Number);
            if (!reader.HasProblem(nameof(form.Number)) && await db.Contracts.AnyAsync(row => row.Number == number))
            {
                reader.Add(nameof(form.Number), text["NumberTaken"]);
            }

            var holder = await HolderAsync(form, reader);
            var service = reader.Read(Service, nameof(form.Service), form.Service);
            var day = new DateField { Within = DayBounds.Around(shape.Tenant.Zone.DayOf(clock.GetUtcNow())) };
            var starts = reader.Read(day, nameof(form.StartsOn), form.StartsOn);
            if (starts is null && !reader.HasProblem(nameof(form.StartsOn)))
            {
                reader.Add(nameof(form.StartsOn), new FieldFault.Missing());
            }

            var limit = reader.Read(Limit, nameof(form.AccountLimit), form.AccountLimit);
            var numbers = shape.AsksNumbers ? Numbers(form, reader) : [];
            return new NewContract(number, form.Known?.Id, holder, service, starts ?? default, limit ?? ContractLimits.UsualAccounts,
                shape.AsksUser ? User(form, number, holder.Language, reader) : null, numbers);
        });
    }

    /// <summary>The form as it was understood, for the check page.</summary>
    public static void Show(NewContractForm form, NewContract asked)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(asked);
        form.Understood = asked;
        HolderInput.Show(form, asked.Holder);
        (form.Number, form.Service, form.StartsOn) = (asked.Number, asked.Service, Typed(asked.StartsOn));
        form.AccountLimit = asked.AccountLimit.ToString(CultureInfo.InvariantCulture);
        form.Numbers = string.Join('\n', asked.Numbers);
        (form.LoginId, form.Email) = (asked.User?.LoginId, asked.User?.Email);
        (form.FamilyName, form.GivenName) = (asked.User?.Details.FamilyName, asked.User?.Details.GivenName);
    }

    private async Task<HolderDetails> HolderAsync(NewContractForm form, FormReader reader)
    {
        var of = ContractNumber.Read(form.Of ?? "");
        if (of.Length == 0)
        {
            return HolderInput.Read(form, form.Shape.Tenant, reader, text["HolderMissing"]);
        }

        form.Known = await KnownAsync(of);
        if (form.Known is { } known)
        {
            return HolderDetails.Of(known);
        }

        reader.Add(nameof(form.Of), text["NoSuchContract"]);
        return new HolderDetails("", "", "", null);
    }

    private async Task<Holder?> KnownAsync(string number) =>
        number.Length == 0 ? null : await db.Contracts.AsNoTracking().Where(row => row.Number == number).Select(row => row.Holder)
            .SingleOrDefaultAsync();

    private IReadOnlyList<string> Numbers(NewContractForm form, FormReader reader)
    {
        var list = NumberList.Read(form.Numbers ?? "");
        var fault = list.Fault ?? list.Numbers.Select((number, i) => E164.Read(number) is null
            ? new NumberListFault(NumberListProblem.NotANumber, i + 1, number)
            : null).FirstOrDefault(each => each is not null);
        if (fault is not null)
        {
            reader.Add(nameof(form.Numbers), text["Numbers." + fault.Problem, fault.Line, fault.Text, ContractLimits.Numbers]);
        }
        else if (form.Shape.NeedsNumbers && list.Numbers.Count == 0)
        {
            reader.Add(nameof(form.Numbers), new FieldFault.Missing());
        }

        return list.Numbers;
    }

    private static FirstUser User(NewContractForm form, string number, string? language, FormReader reader)
    {
        var shape = form.Shape;
        var family = reader.Read(new LineField(LineField.LongestName, Required: true), nameof(form.FamilyName), form.FamilyName);
        var given = reader.Read(new LineField(LineField.LongestName, shape.NeedsEmail), nameof(form.GivenName), form.GivenName);
        var email = reader.Read(new EmailField(shape.NeedsEmail), nameof(form.Email), form.Email);
        var loginId = shape.IsPair ? number : LoginId(form, email, reader);
        return new FirstUser(shape.Door.Key, loginId, FirstUsers.RoleIn(form.Shape.Tenant), email,
            new AccountDetails(family, given, Language: language));
    }

    /// <summary>The address's own problem is told at its field; an ID made of it has none of its own to tell.</summary>
    private static string LoginId(NewContractForm form, string? email, FormReader reader)
    {
        if (form.Shape.IdSuggestion is not { } suffix || CanonicalText.Identifier(form.LoginId ?? "").Length > 0)
        {
            return reader.Read(new LoginIdField(form.Shape.IdFormat), nameof(form.LoginId), form.LoginId);
        }

        var suggested = LoginIdSuggestion.For(email ?? "", suffix, IdFormat.LongestId);
        return reader.HasProblem(nameof(form.Email))
            ? suggested
            : reader.Read(new LoginIdField(form.Shape.IdFormat), nameof(form.LoginId), suggested);
    }

    private static string Typed(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
