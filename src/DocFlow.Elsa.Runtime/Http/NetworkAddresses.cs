using System.Net;
using System.Net.Sockets;

namespace DocFlow.Elsa.Runtime.Http;

/// <summary>Tells addresses of the open internet from those of this machine, its network, and what only looks like an address.</summary>
internal static class NetworkAddresses
{
    private static readonly IPNetwork[] Inner =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "100::/64", "2001::/23", "2001:db8::/32", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    // Where clouds answer with credentials: never, whatever is configured.
    private static readonly IPNetwork[] Metadata =
        [.. new[] { "169.254.0.0/16", "100.100.100.200/32", "168.63.129.16/32", "fd00:ec2::254/128", "fe80::/10" }.Select(network => IPNetwork.Parse(network))];

    private static readonly IPNetwork[] Embedding = [.. new[] { "64:ff9b::/96", "::/96" }.Select(network => IPNetwork.Parse(network))];

    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    public static bool IsPublic(IPAddress address) => All(address).All(each => !Contains(Inner, each) && !Contains(Metadata, each));

    public static bool IsMetadata(IPAddress address) => All(address).Any(each => Contains(Metadata, each));

    private static bool Contains(IPNetwork[] networks, IPAddress address) => networks.Any(network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));

    // The address itself, and the IPv4 address that it carries.
    private static IEnumerable<IPAddress> All(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return [address.MapToIPv4()];
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return [address];
        var bytes = address.GetAddressBytes();
        if (Contains(Embedding, address))
            return [address, new IPAddress(bytes[12..])];
        return SixToFour.Contains(address) ? [address, new IPAddress(bytes[2..6])] : [address];
    }
}
