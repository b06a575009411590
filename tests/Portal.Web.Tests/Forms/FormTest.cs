using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Portal.Web.Forms;

namespace Portal.Web.Tests.Forms;

/// <summary>The kit without a page around it.</summary>
public abstract class FormTest : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

    protected FormWords Words => new(services.GetRequiredService<IStringLocalizer<FormText>>());

    public void Dispose()
    {
        services.Dispose();
        GC.SuppressFinalize(this);
    }
}
