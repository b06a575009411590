using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Contracts;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Telephony;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Admin.Contracts.Numbers;

/// <summary>Reads the numbers that a contract is to get, and what they can be on.</summary>
public sealed class NumbersInput(PortalDbContext db, StaffReach reach, FormWords words, IStringLocalizer<ContractStaffText> text)
{
    public FormReader Reader() => words.Reader(field => text["Field." + field]);

    public async Task FillAsync(AddNumbersForm form, ContractTarget target)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(target);
        form.Target = target;
        var lines = await reach.InsideAsync(target.Tenant, () => db.ContractLines.AsNoTracking()
            .Where(row => row.ContractId == target.Contract.Id).OrderBy(row => row.Order).Take(ContractLimits.Numbers).ToListAsync());
        form.Lines = [.. lines.Select(line => new Choice(line.Id.ToString(), line.Name.Length > 0 ? line.Name : line.Number))];
    }

    public AddedNumbers Read(AddNumbersForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        var list = NumberList.Read(form.Numbers ?? "");
        var fault = list.Fault ?? list.Numbers.Select((number, i) => E164.Read(number) is null
            ? new NumberListFault(NumberListProblem.NotANumber, i + 1, number)
            : null).FirstOrDefault(each => each is not null);
        if (fault is not null)
        {
            reader.Add(nameof(form.Numbers), text["Numbers." + fault.Problem, fault.Line, fault.Text, ContractLimits.Numbers]);
        }
        else if (list.Numbers.Count == 0)
        {
            reader.Add(nameof(form.Numbers), new FieldFault.Missing());
        }

        var line = reader.Read(new ChoiceField(typed => form.Lines.Any(each => each.Value == typed)), nameof(form.Line), form.Line);
        var reason = reader.Read(new ReasonField(), nameof(form.Reason), form.Reason);
        return new AddedNumbers(list.Numbers, Guid.TryParse(line, out var id) ? id : null, reason);
    }

    /// <summary>A number of the contract; null where it has none such.</summary>
    public Task<LineNumber?> FindAsync(ContractTarget target, Guid number) => reach.InsideAsync(target.Tenant, () =>
        db.LineNumbers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == number && row.ContractId == target.Contract.Id));
}
