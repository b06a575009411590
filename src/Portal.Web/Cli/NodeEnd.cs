namespace Portal.Web.Cli;

/// <summary>With which code this process ends, for whoever is to start it anew.</summary>
internal sealed class NodeEnd
{
    private volatile int code = PortalCommandLine.Done;

    public int Code => code;

    public void Failed() => code = PortalCommandLine.Failed;
}
