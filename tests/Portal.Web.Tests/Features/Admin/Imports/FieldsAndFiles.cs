using Portal.Rules.Calendars;
using Portal.Rules.Identifiers;
using Portal.Rules.Imports;
using Portal.Web.Features.Admin.Contracts;
using Portal.Web.Forms.Fields;

namespace Portal.Web.Tests.Features.Admin.Imports;

/// <summary>
/// One table for the fields of forms and the cells of files: what one takes the other does (ADMIN-4, ADMIN-12).
/// </summary>
public sealed class FieldsAndFiles
{
    /// <summary>The mask, what was typed, what is stored; null for what neither takes.</summary>
    public static TheoryData<string?, string, string?> Numbers => new()
    {
        { null, "C-700001", "C-700001" },
        { null, " ｃ-700001 ", "C-700001" },
        { null, "", null },
        { null, new string('9', 41), null },
        { null, "契約1", null },
        { null, "C-1-", null },
        { "C-000000", "ｃ-970001", "C-970001" },
        { "C-000000", "C-97001", null },
    };

    /// <inheritdoc cref="Numbers"/>
    public static TheoryData<string?, string, string?> Ids => new()
    {
        { null, " ｔａｒｏ.y ", "taro.y" },
        { null, "abc", null },
        { null, "tаro", null },
        { null, new string('a', 41), null },
        { "A0000000", "n0009701", "N0009701" },
        { "A0000000", "N000970", null },
        { "A0000000", "", null },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void ADMIN_12_ContractNumbers(string? format, string typed, string? stored)
    {
        var (number, fault) = new ContractNumberField(format).Read(typed);
        var row = ImportRules.Contract(2, column => column switch
        {
            MoveInColumn.Contract => typed,
            MoveInColumn.StartsOn => "2024-04-01",
            MoveInColumn.Holder or MoveInColumn.Service => "移行",
            _ => "",
        }, format, DayBounds.Around(new DateOnly(2026, 4, 1)));

        (fault is null ? number : null).ShouldBe(stored);
        (row.Problems.Count == 0 ? row.Value.Contract : null).ShouldBe(stored);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ADMIN_12_OPER_5_LoginIds(string? format, string typed, string? stored)
    {
        var (id, fault) = new LoginIdField(format).Read(typed);
        var row = ImportRules.User(2, column => column switch
        {
            MoveInColumn.Contract => "C-900001",
            MoveInColumn.LoginId => typed,
            _ => "",
        }, new UserImportTerms(new LoginIdShape(format), NeedsEmail: false));

        (fault is null ? id : null).ShouldBe(stored);
        (row.Problems.Count == 0 ? row.Value.LoginId : null).ShouldBe(stored);
    }
}
