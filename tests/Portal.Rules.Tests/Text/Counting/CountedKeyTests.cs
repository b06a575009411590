using Portal.Rules.Text.Counting;

namespace Portal.Rules.Tests.Text.Counting;

public sealed class CountedKeyTests
{
    [Theory]
    [InlineData(0, "Cases")]
    [InlineData(1, "CasesOne")]
    [InlineData(2, "Cases")]
    [InlineData(10_000_000_001, "Cases")]
    public void FACE_7_OneThingHasATextOfItsOwn(long count, string key) => CountedKey.Of("Cases", count).ShouldBe(key);
}
