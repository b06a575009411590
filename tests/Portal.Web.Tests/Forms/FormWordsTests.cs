using System.Globalization;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;

namespace Portal.Web.Tests.Forms;

public sealed class FormWordsTests : FormTest
{
    private static readonly IReadOnlyList<FieldFault> Faults =
    [
        .. typeof(FieldFault).GetNestedTypes().Select(type => type == typeof(FieldFault.TooLong) ? new FieldFault.TooLong(40, 41)
            : type == typeof(FieldFault.DateOutOfBounds) ? new FieldFault.DateOutOfBounds(new(1900, 1, 1), new(2036, 7, 1))
            : type == typeof(FieldFault.NotAWholeNumber) ? new FieldFault.NotAWholeNumber(1, 100)
            : (FieldFault)Activator.CreateInstance(type)!),
    ];

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public void EveryFault_HasWordsOfItsOwn(string language)
    {
        CultureInfo.CurrentUICulture = new CultureInfo(language);
        Faults.Count.ShouldBeGreaterThan(10);
        var said = Faults.Select(fault => Words.Of(fault, "Office phone")).ToList();
        said.ShouldBeUnique();
        said.ShouldAllBe(text => text.Contains(' ') || text.Contains("してください") || text.Contains("ません") || text.Contains("含まれて"));
    }

    [Theory]
    [InlineData("Office phone", "Enter an office phone number", "Select an office phone number")]
    [InlineData("ID", "Enter an ID", "Select an ID")]
    [InlineData("an email address", "Enter an email address", "Select an email address")]
    [InlineData("a", "Enter a", "Select a")]
    [InlineData("Opens at", "Enter a value for “Opens at”", "Select an option for “Opens at”")]
    public void FACE_7_ALabel_StandsInASentence(string label, string entered, string selected)
    {
        CultureInfo.CurrentUICulture = new CultureInfo("en");
        Words.Of(new FieldFault.Missing(), label).ShouldBe(entered);
        Words.Of(new FieldFault.NotOffered(), label).ShouldBe(selected);
    }

    [Theory]
    [InlineData("operator ID", "Operator ID contains a character that cannot be used")]
    [InlineData("ID", "ID contains a character that cannot be used")]
    public void FACE_7_ASentenceBeginsWithACapital(string label, string said)
    {
        CultureInfo.CurrentUICulture = new CultureInfo("en");
        Words.Of(new FieldFault.WrongCharacters(), label).ShouldBe(said);
    }

    [Fact]
    public void FACE_7_InJapanese_ALabelStandsAsItIs()
    {
        CultureInfo.CurrentUICulture = new CultureInfo("ja");
        Words.Of(new FieldFault.Missing(), "メールアドレス").ShouldBe("メールアドレスを入力してください");
        Words.Of(new FieldFault.NotOffered(), "言語").ShouldBe("言語を選択してください");
    }
}
