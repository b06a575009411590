using System.Globalization;
using Portal.Rules.Calendars;
using Portal.Rules.Cases;
using Portal.Rules.Contracts;
using Portal.Rules.Identifiers;
using Portal.Rules.Imports;
using Portal.Rules.Text;

namespace Portal.Rules.Tests.Imports;

public sealed class ImportRulesTests
{
    private static readonly DayBounds Days = DayBounds.Around(new DateOnly(2026, 4, 1));

    private static readonly UserImportTerms Terms = new(new LoginIdShape("A0"), NeedsEmail: false)
    {
        Managers = new UserImportTerms(new LoginIdShape("A0"), NeedsEmail: false),
    };

    [Theory]
    [InlineData(ImportKind.Contracts)]
    [InlineData(ImportKind.Users)]
    [InlineData(ImportKind.Cases)]
    public void ADMIN_12_TheHeadingsOfTheTemplatesAreUnderstood_InBothLanguages(ImportKind kind)
    {
        foreach (var column in ImportColumns.Of(kind))
        {
            ImportColumns.Recognise(kind, ImportColumns.Heading(column, japanese: true)).ShouldBe(column);
            ImportColumns.Recognise(kind, ImportColumns.Heading(column, japanese: false).ToUpperInvariant()).ShouldBe(column);
        }

        ImportColumns.Recognise(kind, "").ShouldBe(MoveInColumn.None);
        ImportColumns.Recognise(kind, "靴").ShouldBe(MoveInColumn.None);
    }

    [Theory]
    [InlineData("オペレータＩＤ", MoveInColumn.LoginId)]
    [InlineData("operator id", MoveInColumn.LoginId)]
    [InlineData("メールアドレス", MoveInColumn.Email)] // a site that signs in with addresses calls its IDs so
    [InlineData("ログインID", MoveInColumn.LoginId)]
    [InlineData("", MoveInColumn.None)]
    [InlineData("靴", MoveInColumn.None)]
    public void ADMIN_12_WhatTheSiteCallsItsLoginIdsIsUnderstood(string heading, MoveInColumn column) =>
        new ImportHeadings(ImportKind.Users, ["オペレータID", "Operator ID", "メールアドレス", ""]).Recognise(heading).ShouldBe(column);

    [Fact]
    public void ADMIN_12_AFileWithoutLoginIdsHasNoSuchHeading()
    {
        var headings = new ImportHeadings(ImportKind.Contracts, ["オペレータID"]);
        headings.Recognise("オペレータID").ShouldBe(MoveInColumn.None);
        headings.Known(["契約番号", "オペレータID", "契約者名"]).ShouldBe(2);
    }

    [Fact]
    public void ADMIN_12_AUserNeedsContractAndIdAlone()
    {
        var (user, problems) = ImportRules.User(2, column => column switch
        {
            MoveInColumn.Contract => " C-1 ",
            MoveInColumn.LoginId => "N1",
            _ => "",
        }, Terms);
        problems.ShouldBeEmpty();
        (user.Contract, user.LoginId, user.Email, user.PasswordHash, user.IsManager, user.Language)
            .ShouldBe(("C-1", "N1", null, null, false, null));
    }

    [Fact]
    public void ADMIN_12_WhoBringsNoPasswordHasNoneToChange() =>
        ImportRules.User(2, column => column == MoveInColumn.MustChange ? "1" : "", Terms).Value.MustChange.ShouldBeFalse();

    [Theory]
    [InlineData(MoveInColumn.Contract, "", ImportFault.Missing)]
    [InlineData(MoveInColumn.LoginId, "NX", ImportFault.WrongId)]
    [InlineData(MoveInColumn.Email, "a@b, c@d", ImportFault.NotAnAddress)]
    [InlineData(MoveInColumn.FamilyName, "a\u202Eb", ImportFault.WrongText)]
    [InlineData(MoveInColumn.GivenNameKana, "abc", ImportFault.NotKana)]
    [InlineData(MoveInColumn.Manager, "maybe", ImportFault.WrongChoice)]
    [InlineData(MoveInColumn.Language, "fr", ImportFault.WrongChoice)]
    [InlineData(MoveInColumn.PasswordHash, "secret", ImportFault.UnknownHash)]
    [InlineData(MoveInColumn.PasswordHash, "$2b$10$cut", ImportFault.BrokenHash)]
    [InlineData(MoveInColumn.PasswordHash, "$2b$31$abcdefghijklmnopqrstuuJJSB40dS5vZ8y96iDqDG6PfLQRoTTeW", ImportFault.CostlyHash)]
    public void ADMIN_12_ACellThatIsWrongIsNamed(MoveInColumn wrong, string text, ImportFault fault)
    {
        string Cell(MoveInColumn column) => column == wrong ? text : column switch
        {
            MoveInColumn.Contract => "C-1",
            MoveInColumn.LoginId => "N1",
            _ => "",
        };
        var problem = ImportRules.User(7, Cell, Terms).Problems.ShouldHaveSingleItem();
        (problem.Row, problem.Column, problem.Fault).ShouldBe((7, wrong, fault));
    }

    [Theory]
    [InlineData("はい", true)]
    [InlineData("○", true)]
    [InlineData("ＹＥＳ", true)]
    [InlineData("不要", false)]
    [InlineData("×", false)]
    public void ADMIN_12_YesAndNo_AreReadAsPeopleWriteThem(string typed, bool isManager)
    {
        var (user, problems) = ImportRules.User(2, With(MoveInColumn.Manager, typed), Terms);

        problems.ShouldBeEmpty();
        user.IsManager.ShouldBe(isManager);
    }

    [Fact]
    public void LINK_2_USER_1_WhereThereAreNoManagers_NoRowMakesOne()
    {
        var problem = ImportRules.User(2, With(MoveInColumn.Manager, "1"), Terms with { Managers = null }).Problems.ShouldHaveSingleItem();

        (problem.Column, problem.Fault).ShouldBe((MoveInColumn.Manager, ImportFault.NoManagers));
        ImportRules.User(2, With(MoveInColumn.Manager, "0"), Terms with { Managers = null }).Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0", "N1", null)]
    [InlineData("0", "0N", ImportFault.WrongId)]
    [InlineData("1", "0N", null)]
    [InlineData("1", "N1", ImportFault.WrongId)]
    public void LINK_1_AManagersIdIsReadAsThoseOfItsDoor(string manager, string id, ImportFault? fault)
    {
        var terms = Terms with { Managers = new UserImportTerms(new LoginIdShape("0A"), NeedsEmail: false) };

        ImportRules.User(2, With(MoveInColumn.Manager, manager, MoveInColumn.LoginId, id), terms).Problems
            .Select(problem => (ImportFault?)problem.Fault).SingleOrDefault().ShouldBe(fault);
    }

    [Theory]
    [InlineData("", true, ImportFault.Missing)]
    [InlineData("\u3000", true, ImportFault.Missing)]
    [InlineData("", false, null)]
    [InlineData(" a@example.jp ", true, null)]
    public void ADMIN_12_AnAddressIsNeeded_WherePeopleSignInWithIt(string typed, bool isNeeded, ImportFault? fault) =>
        ImportRules.User(2, With(MoveInColumn.Email, typed), Terms with { NeedsEmail = isNeeded }).Problems
            .Select(problem => (ImportFault?)problem.Fault).SingleOrDefault().ShouldBe(fault);

    [Theory]
    [InlineData(" JA", "ja")]
    [InlineData("en", "en")]
    public void ADMIN_12_ALanguage_IsOneOfTwo(string typed, string language) =>
        ImportRules.User(2, With(MoveInColumn.Language, typed), Terms).Value.Language.ShouldBe(language);

    [Fact]
    public void ADMIN_12_ACell_IsAsLongAsItsColumnTakes()
    {
        var longest = string.Concat(Enumerable.Repeat("𠮷", PersonName.Longest));
        ImportRules.User(2, With(MoveInColumn.FamilyName, longest), Terms).Problems.ShouldBeEmpty();
        var problem = ImportRules.User(2, With(MoveInColumn.FamilyName, new string('山', PersonName.Longest + 1)), Terms).Problems
            .ShouldHaveSingleItem();
        (problem.Fault, problem.Argument).ShouldBe((ImportFault.TooLong, PersonName.Longest.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void ADMIN_12_AContract_IsReadWithItsLine()
    {
        var (contract, problems) = ImportRules.Contract(2, With(MoveInColumn.Line, "L-1", MoveInColumn.LineLocation, "本社",
            MoveInColumn.AccountLimit, "3"), numberFormat: null, Days);

        problems.ShouldBeEmpty();
        contract.Contract.ShouldBe("C-1");
        contract.Facts.ShouldBe(new ContractFacts("株式会社やま", "", "光", new DateOnly(2026, 4, 1), 3));
        contract.Line.ShouldBe(new ImportedLine("L-1", "L-1", "本社"));
        ImportRules.Contract(2, With(MoveInColumn.Line, "L-1", MoveInColumn.LineName, "主回線"), null, Days).Value.Line!.Name.ShouldBe("主回線");
        ImportRules.Contract(2, With(MoveInColumn.Line, "ＡＣ 0001"), null, Days).Value.Line!.Number.ShouldBe("AC0001");
        var bare = ImportRules.Contract(2, With(MoveInColumn.Line, ""), null, Days).Value;
        (bare.Line, bare.Facts.AccountLimit).ShouldBe((null, ContractLimits.UsualAccounts));
    }

    [Theory]
    [InlineData(MoveInColumn.Contract, "", ImportFault.Missing, "")]
    [InlineData(MoveInColumn.Holder, " ", ImportFault.Missing, "")]
    [InlineData(MoveInColumn.HolderKana, "やま?", ImportFault.NotKana, "")]
    [InlineData(MoveInColumn.StartsOn, "", ImportFault.Missing, "")]
    [InlineData(MoveInColumn.StartsOn, "2026-02-30", ImportFault.NotADate, "")]
    [InlineData(MoveInColumn.StartsOn, "0001-01-01", ImportFault.DayTooEarly, "1900-01-01")]
    [InlineData(MoveInColumn.StartsOn, "1899-12-31", ImportFault.DayTooEarly, "1900-01-01")]
    [InlineData(MoveInColumn.StartsOn, "2036-04-02", ImportFault.DayTooLate, "2036-04-01")]
    [InlineData(MoveInColumn.StartsOn, "9999-12-31", ImportFault.DayTooLate, "2036-04-01")]
    [InlineData(MoveInColumn.AccountLimit, "0", ImportFault.NotANumber, "100000")]
    [InlineData(MoveInColumn.AccountLimit, "100001", ImportFault.NotANumber, "100000")]
    [InlineData(MoveInColumn.AccountLimit, "-1", ImportFault.NotANumber, "100000")]
    [InlineData(MoveInColumn.AccountLimit, "five", ImportFault.NotANumber, "100000")]
    public void ADMIN_12_ACellOfAContractThatIsWrong_IsNamed(MoveInColumn wrong, string typed, ImportFault fault, string argument) =>
        ImportRules.Contract(7, With(wrong, typed), numberFormat: null, Days).Problems
            .ShouldHaveSingleItem().ShouldBe(new ImportProblem(7, wrong, fault, argument));

    [Fact]
    public void ADMIN_12_AContractNumber_FitsItsColumn_AndTheTenantsFormat()
    {
        var tooLong = ImportRules.Contract(7, With(MoveInColumn.Contract, new string('1', 41)), null, Days).Problems.ShouldHaveSingleItem();
        (tooLong.Fault, tooLong.Argument).ShouldBe((ImportFault.TooLong, "40"));
        ImportRules.Contract(7, With(MoveInColumn.Contract, "X-1"), "A-000", Days).Problems.ShouldHaveSingleItem().Fault
            .ShouldBe(ImportFault.WrongNumber);
    }

    [Fact]
    public void ADMIN_4_ACaseOfAFile_IsReadAsAFormReadsIt()
    {
        var (read, problems) = ImportRules.Case(3, With(MoveInColumn.Category, " ＦＡＵＬＴ", MoveInColumn.Text, "一行目\r\n二行目 "), Cases);

        problems.ShouldBeEmpty();
        read.ShouldBe(new ImportedCase(3, "C-1")
        {
            Kind = CaseKind.Fault,
            Priority = CasePriority.Normal,
            Subject = "繋がらない",
            Text = "一行目\n二行目",
            File = "",
        });
        ImportRules.Case(3, With(MoveInColumn.Priority, "high"), Cases).Value.Priority.ShouldBe(CasePriority.High);
    }

    [Theory]
    [InlineData(MoveInColumn.Category, "", ImportFault.Missing)]
    [InlineData(MoveInColumn.Category, "weather", ImportFault.WrongChoice)]
    [InlineData(MoveInColumn.Priority, "soon", ImportFault.WrongChoice)]
    [InlineData(MoveInColumn.Subject, "", ImportFault.Missing)]
    [InlineData(MoveInColumn.Text, " \n ", ImportFault.Missing)]
    [InlineData(MoveInColumn.Text, "a\u0007b", ImportFault.WrongText)]
    public void ADMIN_4_ACellOfACaseThatIsWrong_IsNamed(MoveInColumn wrong, string typed, ImportFault fault)
    {
        var problem = ImportRules.Case(7, With(wrong, typed), Cases).Problems.ShouldHaveSingleItem();

        (problem.Row, problem.Column, problem.Fault).ShouldBe((7, wrong, fault));
    }

    [Fact]
    public void ADMIN_4_TheTextOfACase_IsAsLongAsAFormTakes()
    {
        ImportRules.Case(7, With(MoveInColumn.Text, new string('a', CaseLimits.Text)), Cases).Problems.ShouldBeEmpty();
        var problem = ImportRules.Case(7, With(MoveInColumn.Text, new string('a', CaseLimits.Text + 1)), Cases).Problems
            .ShouldHaveSingleItem();
        (problem.Fault, problem.Argument).ShouldBe((ImportFault.TooLong, CaseLimits.Text.ToString(CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData(ImportKind.Cases, ImportRules.MostCases)]
    [InlineData(ImportKind.Users, ImportRules.MostRows)]
    [InlineData(ImportKind.Contracts, ImportRules.MostRows)]
    public void ADMIN_4_AFileOfCases_HasFewerRows(ImportKind kind, int most) => ImportRules.Most(kind).ShouldBe(most);

    private static CaseImportTerms Cases { get; } = new(
        new Dictionary<string, CaseKind> { [CanonicalText.SearchKey("fault")] = CaseKind.Fault },
        new Dictionary<string, CasePriority> { [CanonicalText.SearchKey("high")] = CasePriority.High });

    /// <summary>A row of which all is right, with these cells instead.</summary>
    private static Func<MoveInColumn, string> With(params object[] cells) => column =>
        Array.IndexOf(cells, column) is >= 0 and var at ? (string)cells[at + 1] : column switch
        {
            MoveInColumn.Contract => "C-1",
            MoveInColumn.LoginId => "N1",
            MoveInColumn.Holder => "株式会社やま",
            MoveInColumn.Service => "光",
            MoveInColumn.StartsOn => "2026-04-01",
            MoveInColumn.Category => "fault",
            MoveInColumn.Subject => "繋がらない",
            MoveInColumn.Text => "昨日から",
            _ => "",
        };
}
