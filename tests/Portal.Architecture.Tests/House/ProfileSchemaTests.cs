using Portal.Architecture.Tests.Reflection;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Architecture.Tests.House;

/// <summary>The schema in the docs is that of the types.</summary>
public sealed class ProfileSchemaTests
{
    private const string Docs = "docs/reference/tenant-profile.schema.json";

    [Fact]
    public void ADMIN_3_TheSchemaOfTheDocs_IsThatOfTheCode()
    {
        var path = Path.Combine(Source.Root, Docs);
        (File.Exists(path) ? File.ReadAllText(path) : "").ShouldBe(ProfileJson.Schema(), $"Put this into {Docs}:\n{ProfileJson.Schema()}");
    }
}
