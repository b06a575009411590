using Portal.Rules.Identifiers;
using Portal.Rules.Imports;

namespace Portal.Rules.Tests.Imports;

public sealed class ImportRulesTests
{
    private static readonly UserImportTerms Terms = new(new LoginIdShape("A0"), NeedsEmail: false);

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
}
