using Portal.Rules.Text;

namespace Portal.Rules.Tests.Text;

[Trait("Review", "UX22")]
public sealed class PersonNameTests
{
    [Theory]
    [InlineData("山田", "太郎", "山田 太郎")]
    [InlineData("Carter", "Emily", "Emily Carter")]
    [InlineData("O'Brien", "Séamus", "Séamus O'Brien")]
    [InlineData("Nguyễn", "Thị Hoa", "Thị Hoa Nguyễn")]
    [InlineData("ヤマダ", "Emily", "ヤマダ Emily")]
    [InlineData("Carter", "恵美", "Carter 恵美")]
    [InlineData("山田", "", "山田")]
    [InlineData(null, "Emily", "Emily")]
    [InlineData("", null, "")]
    public void ANameStandsAsItsBearerWritesIt(string? family, string? given, string name) => PersonName.Of(family, given).ShouldBe(name);
}
