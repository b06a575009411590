using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Calendars;
using Portal.Rules.Contracts;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Contracts;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Admin.Contracts.Lines;

/// <summary>Finds lines, and turns the form into what is written of one.</summary>
public sealed class LineInput(PortalDbContext db, StaffReach reach, FormWords words, IStringLocalizer<ContractStaffText> text,
    TimeProvider clock)
{
    private static readonly LineField Number = new(ContractLimits.Number, Required: true);
    private static readonly LineField Words = new(ContractLimits.Words);

    public FormReader Reader() => words.Reader(field => text["Field." + field]);

    /// <summary>A line of the contract; null where it has none such.</summary>
    public Task<ContractLine?> FindAsync(ContractTarget target, Guid line)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, () =>
            db.ContractLines.AsNoTracking().SingleOrDefaultAsync(row => row.Id == line && row.ContractId == target.Contract.Id));
    }

    public Task<bool> HasLinesAsync(ContractTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, () => db.ContractLines.AnyAsync(row => row.ContractId == target.Contract.Id));
    }

    public async Task FillAsync(LineForm form, ContractTarget target, ContractLine? line)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(target);
        (form.Target, form.Line) = (target, line);
        form.HasNumbers = line is not null
            && await reach.InsideAsync(target.Tenant, () => db.LineNumbers.AnyAsync(row => row.LineId == line.Id));
        var kinds = line is null || LineKinds.All.Contains(line.Kind) ? LineKinds.All : [.. LineKinds.All, line.Kind];
        form.Kinds = [.. kinds.Select(kind => new Choice(kind, text.KindOf(kind)))];
    }

    public void Show(LineForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        form.Version = form.Target.Contract.Version;
        if (form.Line is { } line)
        {
            (form.LineNumber, form.Name, form.LineKind) = (line.Number, line.Name, line.Kind);
            (form.Location, form.Bandwidth, form.LineStartsOn) = (line.Location, line.Bandwidth, Typed(line.StartsOn));
        }
        else
        {
            (form.LineKind, form.LineStartsOn) = (LineKinds.Usual, Typed(form.Target.Tenant.Zone.DayOf(clock.GetUtcNow())));
        }
    }

    public WrittenLine Read(LineForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        var (name, location) = (reader.Read(Words, nameof(form.Name), form.Name),
            reader.Read(Words, nameof(form.Location), form.Location));
        var content = form is { HasNumbers: true, Line: { } line }
            ? LineContent.Of(line) with { Name = name, Location = location }
            : ReadOwn(form, reader, name, location);
        return new WrittenLine(content, reader.Read(new ReasonField(), nameof(form.Reason), form.Reason));
    }

    /// <param name="own">As it was understood.</param>
    /// <param name="newer">As it is now.</param>
    public IReadOnlyList<ComparedField> Compare(LineContent own, LineContent newer)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(newer);
        return
        [
            Field(nameof(LineForm.LineNumber), own.Number, newer.Number),
            Field(nameof(LineForm.Name), own.Name, newer.Name),
            Field(nameof(LineForm.LineKind), text.KindOf(own.Kind), text.KindOf(newer.Kind)) with { Sent = [own.Kind] },
            Field(nameof(LineForm.Location), own.Location, newer.Location),
            Field(nameof(LineForm.Bandwidth), own.Bandwidth, newer.Bandwidth),
            Field(nameof(LineForm.LineStartsOn), Typed(own.StartsOn), Typed(newer.StartsOn)),
        ];
    }

    private LineContent ReadOwn(LineForm form, FormReader reader, string name, string location)
    {
        var number = reader.Read(Number, nameof(form.LineNumber), ContractLineNumber.Read(form.LineNumber ?? ""));
        var kind = reader.Read(new ChoiceField(typed => LineKinds.Offers(typed, form.Line?.Kind)), nameof(form.LineKind), form.LineKind);
        var bandwidth = reader.Read(Words, nameof(form.Bandwidth), form.Bandwidth);
        var day = new DateField(Kept: form.Line?.StartsOn)
        {
            Within = DayBounds.Around(form.Target.Tenant.Zone.DayOf(clock.GetUtcNow())),
        };
        var starts = reader.Read(day, nameof(form.LineStartsOn), form.LineStartsOn);
        Needed(reader, nameof(form.LineKind), kind is null);
        Needed(reader, nameof(form.LineStartsOn), starts is null);
        return new LineContent(number, name, kind ?? "", location, bandwidth, starts ?? default);
    }

    private static void Needed(FormReader reader, string field, bool isMissing)
    {
        if (isMissing && !reader.HasProblem(field))
        {
            reader.Add(field, new FieldFault.Missing());
        }
    }

    private ComparedField Field(string name, string? own, string? newer) => new(name, text["Field." + name], own, newer);

    private static string Typed(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
