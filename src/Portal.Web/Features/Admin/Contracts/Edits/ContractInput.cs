using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Rules.Calendars;
using Portal.Rules.Contracts;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Contracts;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;

namespace Portal.Web.Features.Admin.Contracts.Edits;

/// <summary>
/// Turns the forms into what a contract is about and whom it is with, and both versions into a comparison.
/// </summary>
public sealed class ContractInput(FormWords words, IStringLocalizer<ContractStaffText> text, TimeProvider clock)
{
    private static readonly LineField Service = new(ContractLimits.Words, Required: true);
    private static readonly LineField Words = new(ContractLimits.Words);
    private static readonly WholeNumberField Credits = new(1, ContractLimits.Quantity, Required: false);
    private static readonly WholeNumberField Limit = new(1, ContractLimits.Accounts);

    public FormReader Reader() => words.Reader(field => text["Field." + field]);

    public ContractContent Read(ContractForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        var options = OptionList.Read(form.Options ?? "");
        if (options.FaultyLine is { } line)
        {
            reader.Add(nameof(form.Options), text["OptionsUnfit", line, ContractLimits.Options]);
        }

        var (tenant, contract) = form.Target;
        var day = new DateField(Kept: contract.RenewsOn) { Within = DayBounds.Around(tenant.Zone.DayOf(clock.GetUtcNow())) };
        var renews = reader.Read(day, nameof(form.RenewsOn), form.RenewsOn);
        if (renews < contract.StartsOn && !reader.HasProblem(nameof(form.RenewsOn)))
        {
            reader.Add(nameof(form.RenewsOn), text["RenewsTooEarly"]);
        }

        return new ContractContent(
            reader.Read(Service, nameof(form.Service), form.Service),
            reader.Read(Words, nameof(form.Kind), form.Kind),
            reader.Read(Words, nameof(form.Plan), form.Plan),
            reader.Read(Credits, nameof(form.Credits), form.Credits),
            reader.Read(Limit, nameof(form.AccountLimit), form.AccountLimit) ?? 0,
            renews,
            options.Options);
    }

    public static void Show(ContractForm form, Contract contract, IEnumerable<NamedOption> options)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(contract);
        (form.Version, form.Service, form.Kind, form.Plan) = (contract.Version, contract.Service, contract.Kind, contract.Plan);
        (form.Credits, form.AccountLimit) = (Typed(contract.Credits), Typed(contract.AccountLimit));
        (form.RenewsOn, form.Options) = (Typed(contract.RenewsOn), OptionList.Write(options));
    }

    /// <param name="own">As it was understood.</param>
    /// <param name="newer">As it is now.</param>
    public IReadOnlyList<ComparedField> Compare(ContractContent own, Contract newer, IEnumerable<NamedOption> options)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(newer);
        return
        [
            Field(nameof(ContractForm.Service), own.Service, newer.Service),
            Field(nameof(ContractForm.Kind), own.Kind, newer.Kind),
            Field(nameof(ContractForm.Plan), own.Plan, newer.Plan),
            Field(nameof(ContractForm.Credits), Typed(own.Credits), Typed(newer.Credits)),
            Field(nameof(ContractForm.AccountLimit), Typed(own.AccountLimit), Typed(newer.AccountLimit)),
            Field(nameof(ContractForm.RenewsOn), Typed(own.RenewsOn), Typed(newer.RenewsOn)),
            Field(nameof(ContractForm.Options), OptionList.Write(own.Options), OptionList.Write(options)),
        ];
    }

    /// <inheritdoc cref="Compare(ContractContent, Contract, IEnumerable{NamedOption})"/>
    public IReadOnlyList<ComparedField> Compare(HolderDetails own, Holder newer)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(newer);
        return
        [
            Field(nameof(HolderForm.HolderName), own.Name, newer.Name),
            Field(nameof(HolderForm.HolderKana), own.NameKana, newer.NameKana),
            Field(nameof(HolderForm.HolderAddress), own.Address, newer.Address),
            Field(nameof(HolderForm.Language), own.Language, newer.Language),
        ];
    }

    private ComparedField Field(string name, string? own, string? newer) => new(name, text["Field." + name], own, newer);

    private static string? Typed(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Typed(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
