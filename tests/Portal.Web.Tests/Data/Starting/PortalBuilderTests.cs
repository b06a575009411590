using Portal.Web.Data.Starting;

namespace Portal.Web.Tests.Data.Starting;

/// <summary>What server and commands begin with.</summary>
public sealed class PortalBuilderTests : IDisposable
{
    private readonly string program = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(program, recursive: true);

    [Fact]
    public void CLI_1_APublishedProgram_FindsItsFilesFromWhateverFolderItIsStarted()
    {
        PortalBuilder.RootOf(program, []).ShouldBeNull("a build in a checkout knows where its files are");

        Directory.CreateDirectory(Path.Combine(program, "wwwroot"));

        PortalBuilder.RootOf(program, []).ShouldBe(program);
        PortalBuilder.RootOf(program, ["--Portal:Demo=true"]).ShouldBe(program);
        PortalBuilder.RootOf(program, ["--contentRoot=/srv/portal"]).ShouldBeNull();
    }

    [Fact]
    public void CLI_2_WhatDevelopmentAssumes_HoldsForCommandsToo()
    {
        var settings = PortalBuilder.Create(["--environment=Development"]).Configuration;
        (settings["Portal:Demo"], settings["Portal:BaseUrl"]).ShouldBe(("true", "http://localhost:5000"));

        PortalBuilder.Create(["--environment=Production"]).Configuration["Portal:Demo"].ShouldBeNull();
    }
}
