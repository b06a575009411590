using Portal.Rules.Calendars;
using Portal.Rules.Contracts;
using Portal.Rules.Identifiers;
using Portal.Rules.Imports;

namespace Portal.Rules.Tests.Identifiers;

/// <summary>A file and a form take the same: each row of a table is read in both ways (ADMIN-4, ADMIN-12).</summary>
public sealed class OneRuleTests
{
    private static readonly DayBounds Days = DayBounds.Around(new DateOnly(2026, 4, 1));

    /// <summary>The mask, what was typed, what is stored, what is wrong.</summary>
    public static TheoryData<string?, string, string, IdFault?> Numbers => new()
    {
        { null, "C-700001", "C-700001", null },
        { null, " ｃ-700001 ", "C-700001", null },
        { null, "", "", IdFault.Missing },
        { null, "  ", "", IdFault.Missing },
        { null, new string('9', 40), new string('9', 40), null },
        { null, new string('9', 41), new string('9', 41), IdFault.TooLong },
        { null, "契約1", "契約1", IdFault.WrongForm },
        { null, "C/1", "C/1", IdFault.WrongForm },
        { null, "-C1", "-C1", IdFault.WrongForm },
        { null, "С1", "С1", IdFault.WrongForm },
        { "C-000000", "c-970001", "C-970001", null },
        { "C-000000", "C-97001", "C-97001", IdFault.WrongForm },
        { "C-000000", "X-970001", "X-970001", IdFault.WrongForm },
    };

    /// <summary>The mask, what was typed, what is stored, what is wrong.</summary>
    public static TheoryData<string?, string, string, IdFault?> Ids => new()
    {
        { null, "taro.y", "taro.y", null },
        { null, " ｔａｒｏ ", "taro", null },
        { null, "", "", IdFault.Missing },
        { null, "abc", "abc", IdFault.WrongForm },
        { null, "a b c d", "a b c d", IdFault.WrongForm },
        { null, "太郎さん", "太郎さん", IdFault.WrongForm },
        { null, new string('a', 40), new string('a', 40), null },
        { null, new string('a', 41), new string('a', 41), IdFault.TooLong },
        { "A0000000", "n0009701", "N0009701", null },
        { "A0000000", "Ｎ０００９７０１", "N0009701", null },
        { "A0000000", "N000970", "N000970", IdFault.WrongForm },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void ADMIN_12_AContractNumberIsTheSame_TypedAndFromAFile(string? format, string typed, string stored, IdFault? fault)
    {
        ContractNumber.Read(typed, format).ShouldBe(new IdReading(stored, fault));

        var row = ImportRules.Contract(2, column => column switch
        {
            MoveInColumn.Contract => typed,
            MoveInColumn.Holder => "移行商事",
            MoveInColumn.Service => "回線",
            MoveInColumn.StartsOn => "2024-04-01",
            _ => "",
        }, format, Days);

        if (fault is null)
        {
            row.Problems.ShouldBeEmpty();
            row.Value.Contract.ShouldBe(stored);
        }
        else
        {
            row.Problems.ShouldHaveSingleItem().ShouldBe(fault switch
            {
                IdFault.Missing => new ImportProblem(2, MoveInColumn.Contract, ImportFault.Missing),
                IdFault.TooLong => new ImportProblem(2, MoveInColumn.Contract, ImportFault.TooLong, "40"),
                _ => new ImportProblem(2, MoveInColumn.Contract, ImportFault.WrongNumber),
            });
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ADMIN_12_OPER_5_ALoginIdIsTheSame_TypedAndFromAFile(string? format, string typed, string stored, IdFault? fault)
    {
        var form = new LoginIdShape(format);
        form.Read(typed).ShouldBe(new IdReading(stored, fault));

        var row = ImportRules.User(2, column => column switch
        {
            MoveInColumn.Contract => "C-900001",
            MoveInColumn.LoginId => typed,
            _ => "",
        }, new UserImportTerms(form, NeedsEmail: false));

        if (fault is null)
        {
            row.Problems.ShouldBeEmpty();
            row.Value.LoginId.ShouldBe(stored);
        }
        else
        {
            row.Problems.ShouldHaveSingleItem().Fault.ShouldBe(fault == IdFault.Missing ? ImportFault.Missing : ImportFault.WrongId);
        }
    }

    [Theory]
    [InlineData("taro@example.jp", "taro@example.jp", null)]
    [InlineData("taro", "taro", IdFault.WrongForm)]
    [InlineData("a@b, c@d", "a@b, c@d", IdFault.WrongForm)]
    [InlineData("", "", IdFault.Missing)]
    public void ADMIN_12_WhereAddressesSignIn_AnIdIsOne(string typed, string stored, IdFault? fault) =>
        new LoginIdShape("A0", IsAddress: true).Read(typed).ShouldBe(new IdReading(stored, fault));

    [Fact]
    public void ADMIN_12_AUsersContractIsFoundHoweverItIsTyped() => ImportRules.User(2, column => column switch
    {
        MoveInColumn.Contract => "ｃ-900001",
        MoveInColumn.LoginId => "N0009701",
        _ => "",
    }, new UserImportTerms(new LoginIdShape("A0000000"), NeedsEmail: false)).Value.Contract.ShouldBe("C-900001");

    [Theory]
    [InlineData(MoveInColumn.Holder, ContractLimits.Name)]
    [InlineData(MoveInColumn.HolderKana, ContractLimits.Name)]
    [InlineData(MoveInColumn.Service, ContractLimits.Service)]
    public void ADMIN_12_TextsOfAContractAreAsLongAsInTheForm(MoveInColumn column, int longest)
    {
        RowOf(longest).Problems.ShouldBeEmpty();
        RowOf(longest + 1).Problems.ShouldHaveSingleItem().ShouldBe(
            new ImportProblem(2, column, ImportFault.TooLong, longest.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        RowReading<ImportedContract> RowOf(int length) => ImportRules.Contract(2, each => each switch
        {
            _ when each == column => new string('ア', length),
            MoveInColumn.Contract => "C-970001",
            MoveInColumn.Holder => "移行商事",
            MoveInColumn.Service => "回線",
            MoveInColumn.StartsOn => "2024-04-01",
            _ => "",
        }, null, Days);
    }

    [Theory]
    [InlineData("", ContractLimits.UsualAccounts, true)]
    [InlineData("100000", ContractLimits.Accounts, true)]
    [InlineData("100001", ContractLimits.UsualAccounts, false)]
    [InlineData("0", ContractLimits.UsualAccounts, false)]
    public void ADMIN_12_AsManyIdsAsInTheForm(string typed, int limit, bool isFit)
    {
        var row = ImportRules.Contract(2, column => column switch
        {
            MoveInColumn.AccountLimit => typed,
            MoveInColumn.Contract => "C-970001",
            MoveInColumn.Holder => "移行商事",
            MoveInColumn.Service => "回線",
            MoveInColumn.StartsOn => "2024-04-01",
            _ => "",
        }, null, Days);

        (row.Value.Facts.AccountLimit, row.Problems.Count == 0).ShouldBe((limit, isFit));
    }
}
